'use client';

import { useMemo } from 'react';
import { facetRows } from '#client/search/facet-rows';
import { chosenOf, toggledFacet } from '#client/search/facet-terms';
import type { FoundQuestion } from '#client/search/found-question';
import { clockIn } from '#client/search/query-clock';
import { useFacetCounts } from '#client/search/use-facet-counts';
import { useOfferedNames } from '#client/search/use-offered-names';
import { useNames } from '#components/ui/names';
import type { FoundSummaryAnswer } from '#wire';
import { Facet } from './facets-list.tsx';

export interface FacetsProps {
  /** Of the query that is shown; null until it has come. */
  readonly summary: FoundSummaryAnswer | null;
  readonly waiting: boolean;
  readonly namespace: string;
  readonly zone: string;
  readonly text: string;
  /** The moment up to which events count; null: now. */
  readonly asOf: FoundQuestion['asOf'];
  onText(text: string): void;
}

/** What the events that are found have in common: each name is one click to ask for it, or for everything else. */
export function Facets({ summary, waiting, namespace, zone, text, asOf, onText }: FacetsProps) {
  const { typeOf, eventOf } = useNames();
  const wordsOf = { type: eventOf, entityType: typeOf, actor: asWritten, source: asWritten };
  const clock = useMemo(() => clockIn(zone), [zone]);
  const counts = useFacetCounts(summary, namespace, text, asOf, clock);
  // The names that there are can be chosen, counted or not.
  const isUncounted = summary !== null && summary.facets.source === null;
  const sources = useOfferedNames(namespace, isUncounted ? SOURCES : null);
  return (
    <section aria-label="Facets" aria-busy={waiting} className="flex min-w-0 flex-col gap-4 print:hidden">
      {counts.map(({ field, summary: counted, isWaiting }) => {
        const facet = counted?.facets[field] ?? null;
        const chosen = chosenOf(text, field, clock);
        const isNamed = facet === null && field === 'source';
        const names = isNamed ? sources.names.map((name) => ({ name, events: null })) : (facet?.names ?? []);
        return (
          <Facet
            key={field}
            title={TITLES[field]}
            wordsOf={wordsOf[field]}
            nameless={`No ${TITLES[field].toLowerCase()}`}
            state={facet !== null ? 'counted' : counted === null && waiting ? 'waiting' : 'uncounted'}
            rows={facetRows(names, chosen)}
            hasMore={isNamed && sources.isMore}
            more={facet === null ? 0 : facet.all - facet.names.length}
            newest={counted?.of === 'newest' ? counted.events : (facet?.newest ?? null)}
            isStale={waiting || isWaiting}
            onToggle={(name, sense) => onText(toggledFacet(text, field, name, sense, clock))}
          />
        );
      })}
    </section>
  );
}

const asWritten = (name: string): string => name;

const SOURCES = { of: 'source', starts: '' } as const;

const TITLES = { type: 'Type', entityType: 'Entity type', actor: 'Actor', source: 'Source' } as const;
