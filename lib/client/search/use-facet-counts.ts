/** What each facet offers, counted without what is chosen of it, so that others can be chosen beside. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { QueryClock } from '#core';
import { type FoundSummaryAnswer, readFoundSummary } from '#wire';
import { askServer } from '../ask-server.ts';
import { chosenOf, type FacetField, withoutFacet } from './facet-terms.ts';
import { type FoundQuestion, upTo } from './found-question.ts';

export const FACET_FIELDS: readonly FacetField[] = ['type', 'entityType', 'actor', 'source'];

type Summary = Pick<FoundSummaryAnswer, 'facets' | 'of' | 'events'>;

export interface FacetCounts {
  readonly field: FacetField;
  /** null: none has come yet. */
  readonly summary: Summary | null;
  readonly isWaiting: boolean;
}

/** A facet of which nothing is chosen is the one of the summary on screen. */
export function useFacetCounts(
  summary: FoundSummaryAnswer | null,
  namespace: string,
  text: string,
  asOf: FoundQuestion['asOf'],
  clock: QueryClock,
): readonly FacetCounts[] {
  const asked = FACET_FIELDS.map((field) => {
    const { included, excluded } = chosenOf(text, field, clock);
    return { field, q: included.length + excluded.length === 0 ? null : withoutFacet(text, field, clock) };
  });
  const counts = useQueries({
    queries: asked.map(({ field, q }) => ({
      // Counted anew as often as the summary is.
      queryKey: ['facet', field, namespace, clock.zone, q, asOf, summary?.searchedTo ?? null],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask({ ns: namespace, q: q ?? '', zone: clock.zone, ...upTo(asOf) }, signal),
      enabled: q !== null && summary !== null,
      placeholderData: keepPreviousData,
      networkMode: 'always' as const,
    })),
  });
  return asked.map(({ field, q }, at) => {
    if (q === null) return { field, summary, isWaiting: false };
    const count = counts[at];
    return { field, summary: count?.data ?? summary, isWaiting: count?.isFetching ?? false };
  });
}

async function ask(asked: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Summary> {
  const query = new URLSearchParams(asked);
  const response = await askServer(`/api/v1/events/summary?${query}`, { signal });
  if (!response.ok) throw new Error(`The names could not be counted (${response.status}).`);
  return readFoundSummary(await response.json());
}
