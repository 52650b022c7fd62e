/** How far the history is that a page waits for, asked again and again until it is there. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Axis, Problem } from '#core';
import { entityApiPath, readBuilding, readProblem } from '#wire';
import type { EntityName } from './entity-href.ts';

export type Building =
  | { readonly what: 'building'; readonly events: number; readonly folded: number }
  | { readonly what: 'built' }
  | { readonly what: 'failed'; readonly problem: Problem };

export interface BuildingWanted {
  readonly entity: EntityName;
  readonly axis: Axis;
  readonly upTo: number | null;
}

const EVERY_MS = 500;

/** `first`: as the page was answered; a page that is answered anew counts more than what was heard before. */
export function useBuilding(
  wanted: BuildingWanted,
  first: Building,
): {
  readonly building: Building;
  /** The last question was not answered; it is asked again. */
  readonly isAway: boolean;
} {
  const path = buildingPathOf(wanted);
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: ['building', path],
    queryFn: ({ signal }) => askBuilding(path, signal),
    initialData: first,
    refetchInterval: ({ state }) => (state.data?.what === 'failed' ? false : EVERY_MS),
    // Whoever looks elsewhere meanwhile finds the history open.
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    queryClient.setQueryData(['building', path], first);
  }, [queryClient, path, first]);
  return { building: query.data, isAway: query.isError };
}

function buildingPathOf({ entity: { namespace, type, id }, axis, upTo }: BuildingWanted): string {
  const query = new URLSearchParams({ ns: namespace, axis });
  if (upTo !== null) query.set('upto', String(upTo));
  return `${entityApiPath(type, id, '/building')}?${query}`;
}

async function askBuilding(path: string, signal: AbortSignal): Promise<Building> {
  const response = await fetch(path, { signal });
  // The database is being started again, which says nothing about the history.
  if (response.status === 503) throw new Error('The database does not answer.');
  const answer: unknown = await response.json();
  if (!response.ok) {
    const { code, detail } = readProblem(answer);
    return { what: 'failed', problem: { code, message: detail } };
  }
  const { building, ...counts } = readBuilding(answer);
  return 'events' in counts ? { what: 'building', ...counts } : { what: 'built' };
}
