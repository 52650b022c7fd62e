/** How many events the question finds, when they were and what they have in common. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Axis } from '#core';
import type { FoundSummaryAnswer } from '#wire';
import { untilNextTry } from '../ask-server.ts';
import { askFoundSummary, FIRST_COUNTED, type FoundQuestion, SearchRefusal } from './found-question.ts';

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

/**
 * Asked twice where not all of what is found is known: for few of the newest, which are counted at once, and then for as many as ever are.
 *
 * `isReadable`: the text is a query; otherwise nothing is asked. `first`: what the server has answered already.
 */
export function useFoundSummary(
  asked: AskedSummary,
  isReadable: boolean,
  /** It is asked again and again, as new events come. */
  isLive: boolean,
  first: { readonly asked: AskedSummary; readonly summary: FoundSummaryAnswer } | null,
): FoundSummary {
  const key = keyOf(asked);
  const isFirst = first !== null && keyOf(first.asked) === key;
  const few = useQuery({
    ...asking(asked, isLive, FIRST_COUNTED),
    enabled: isReadable,
    ...(isFirst ? { initialData: first.summary, initialDataUpdatedAt: 0 } : {}),
    placeholderData: keepPreviousData,
  });
  const isPart = isReadable && !few.isPlaceholderData && few.data?.of === 'newest';
  const most = useQuery({ ...asking(asked, isLive, null), enabled: isPart });
  const shown = isPart && most.data !== undefined ? most : few;
  return {
    summary: isReadable ? (shown.data ?? null) : null,
    isOld: few.isPlaceholderData,
    isWaiting: few.isLoading || few.isPlaceholderData || (isPart && most.isLoading),
    // What is there is said to be of the newest alone: that there is no more of it takes nothing away.
    problem: few.error,
    answeredAt: shown.dataUpdatedAt === 0 ? null : shown.dataUpdatedAt,
  };
}

/** `most`: so many are counted, where not all of them are known; null: as many as ever are. */
const asking = (asked: AskedSummary, isLive: boolean, most: number | null) => ({
  queryKey: ['found summary', most, keyOf(asked)],
  queryFn: ({ signal }: { signal: AbortSignal }) => askFoundSummary(asked, asked.axis, signal, most),
  staleTime: Number.POSITIVE_INFINITY,
  // Until all of the log is searchable, which it never is while much comes: then at the pace of whoever reads it.
  refetchInterval: ({ state: { data } }: { state: { data: FoundSummaryAnswer | undefined } }) => {
    if (isLive) return LIVE_MS;
    return data !== undefined && data.searchedTo !== data.head ? BEHIND_MS : (false as const);
  },
  networkMode: 'always' as const,
  retry: (tries: number, error: Error) => !(error instanceof SearchRefusal) && tries < 3,
  retryDelay: untilNextTry,
});

const BEHIND_MS = 1_500;
/** The rows tell what comes; how many there are then is said with its age. */
const LIVE_MS = 10_000;

const keyOf = ({ namespace, text, zone, asOf, axis, round, isPatient }: AskedSummary): string =>
  JSON.stringify([namespace, text, zone, asOf, axis, round, isPatient === true]);
