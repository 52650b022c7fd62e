/** The overview of a namespace, asked for again as the store moves. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Axis } from '#core';
import { type OverviewAnswer, readOverviewAnswer } from '#wire';
import { askServer } from '../ask-server.ts';
import { followStore } from './follow-store.ts';
import { steadyTypes } from './steady-types.ts';

export interface OverviewAsked {
  readonly namespace: string;
  readonly axis: Axis;
  /** null: now. */
  readonly asOf: string | null;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
}

export interface LiveOverview {
  readonly overview: OverviewAnswer;
  /** `away`: the server does not answer, and is asked again. */
  readonly state: 'live' | 'paused' | 'away';
  setLive(isLive: boolean): void;
}

/** `first`: as the page was answered, on the clock of `firstZone`: the server does not know the zone of the reader's machine. */
export function useOverview(asked: OverviewAsked, first: OverviewAnswer, firstZone: string): LiveOverview {
  const [isLive, setLive] = useState(true);
  const [isConnected, setConnected] = useState(true);
  const { data, refetch, isError } = useQuery({
    queryKey: ['overview', asked],
    queryFn: ({ signal }) => askOverview(asked, signal),
    ...(asked.zone === firstZone ? { initialData: first } : {}),
    structuralSharing: (before, next) =>
      steadyTypes(before as OverviewAnswer | undefined, next as OverviewAnswer),
    gcTime: 0,
    retry: false,
  });
  const overview = data ?? first;
  const known = useRef(overview);
  useEffect(() => {
    known.current = overview;
  }, [overview]);
  useEffect(() => {
    if (!isLive) return;
    return followStore({
      isNew: ({ searchedTo, changedTo }) => {
        const { readModels } = known.current;
        return (
          BigInt(searchedTo) > BigInt(readModels.searchedTo) ||
          BigInt(changedTo) > BigInt(readModels.changedTo)
        );
      },
      ask: async () => {
        const answered = await refetch();
        if (answered.data !== undefined) known.current = answered.data;
      },
      onConnected: setConnected,
    });
  }, [isLive, refetch]);
  return {
    overview,
    state: !isLive ? 'paused' : isError || !isConnected ? 'away' : 'live',
    setLive,
  };
}

async function askOverview(
  { namespace, axis, asOf, zone, from, to }: OverviewAsked,
  signal: AbortSignal,
): Promise<OverviewAnswer> {
  const query = new URLSearchParams({ ns: namespace, as_of: asOf ?? 'latest', axis, zone, from, to });
  const response = await askServer(`/api/v1/overview?${query}`, { signal });
  if (!response.ok) throw new Error(`The overview could not be counted (${response.status}).`);
  return readOverviewAnswer(await response.json());
}
