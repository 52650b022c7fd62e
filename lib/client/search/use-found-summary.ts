/** How many events the question finds, when they were and what they have in common. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Axis } from '#core';
import type { FoundSummaryAnswer } from '#wire';
import { untilNextTry } from '../ask-server.ts';
import { askFoundSummary, type FoundQuestion, SearchRefusal } from './found-question.ts';

export interface AskedSummary extends Omit<FoundQuestion, 'sort' | 'direction'> {
  readonly axis: Axis;
  readonly round: number;
}

export interface FoundSummary {
  readonly summary: FoundSummaryAnswer | null;
  /** It is of the question before: the answer is on its way. */
  readonly isOld: boolean;
  /** That it is asked once more, as time passes, is no waiting: what is shown says up to where it counts. */
  readonly isWaiting: boolean;
  readonly problem: Error | null;
  /** Milliseconds since 1970; null: the server has it from before the page was there. */
  readonly answeredAt: number | null;
}

/** `isReadable`: the text is a query; otherwise nothing is asked. `first`: what the server has answered already. */
export function useFoundSummary(
  asked: AskedSummary,
  isReadable: boolean,
  /** It is asked again and again, as new events come. */
  isLive: boolean,
  first: { readonly asked: AskedSummary; readonly summary: FoundSummaryAnswer } | null,
): FoundSummary {
  const key = keyOf(asked);
  const isFirst = first !== null && keyOf(first.asked) === key;
  const query = useQuery({
    queryKey: ['found summary', key],
    queryFn: ({ signal }) => askFoundSummary(asked, asked.axis, signal),
    enabled: isReadable,
    ...(isFirst ? { initialData: first.summary, initialDataUpdatedAt: 0 } : {}),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    // Until all of the log is searchable, which it never is while much comes: then at the pace of whoever reads it.
    refetchInterval: ({ state: { data } }) => {
      if (isLive) return LIVE_MS;
      return data !== undefined && data.searchedTo !== data.head ? BEHIND_MS : false;
    },
    networkMode: 'always',
    retry: (tries, error) => !(error instanceof SearchRefusal) && tries < 3,
    retryDelay: untilNextTry,
  });
  return {
    summary: isReadable ? (query.data ?? null) : null,
    isOld: query.isPlaceholderData,
    isWaiting: query.isLoading || query.isPlaceholderData,
    problem: query.error,
    answeredAt: query.dataUpdatedAt === 0 ? null : query.dataUpdatedAt,
  };
}

const BEHIND_MS = 1_500;
/** The rows tell what comes; how many there are then is said with its age. */
const LIVE_MS = 10_000;

const keyOf = ({ namespace, text, zone, asOf, axis, round }: AskedSummary): string =>
  JSON.stringify([namespace, text, zone, asOf, axis, round]);
