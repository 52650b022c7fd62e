'use client';

import { useId, useState } from 'react';
import type { FacetRow } from '#client/search/facet-rows';
import type { FacetName } from '#client/search/facet-terms';
import { Button } from '#components/ui/button';
import { FacetRowView } from './facets-row.tsx';

/** One facet: its names with their counts. */
export function Facet({
  title,
  nameless,
  wordsOf,
  state,
  rows,
  more,
  hasMore,
  newest,
  isStale,
  onToggle,
}: {
  title: string;
  /** What events without a name are called. */
  nameless: string;
  /** A name as the face that is chosen says it. */
  wordsOf(name: string): string;
  /** Uncounted: the server does not count it for such a query. */
  state: 'waiting' | 'uncounted' | 'counted';
  rows: readonly FacetRow[];
  /** Names that are not among the rows. */
  more: number;
  /** There are others, nobody knows how many. */
  hasMore: boolean;
  /** How many of the newest events were looked at; null: all of them. */
  newest: number | null;
  /** These are the counts of before. */
  isStale: boolean;
  onToggle(name: FacetName, sense: 'include' | 'exclude'): void;
}) {
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  const few = rows.filter(({ choice }, at) => at < FEW || choice !== null);
  // A button that shows one row takes as much room as the row.
  const canFold = rows.length - few.length > 1;
  const shown = isWhole || !canFold ? rows : few;
  const notes = [
    ...(state === 'uncounted'
      ? [
          rows.length === 0
            ? 'Not counted for this query.'
            : 'Names of the namespace, not counted for this query.',
        ]
      : []),
    ...(hasMore ? ['There are more names, which can be written in the query.'] : []),
    ...(state === 'waiting' ? ['Counting…'] : []),
    ...(state === 'counted' && rows.length === 0 ? ['There are none.'] : []),
    ...(state === 'counted' && newest !== null
      ? [`Of the newest ${newest.toLocaleString('en')} events.`]
      : []),
    ...(more > 0
      ? [`${more.toLocaleString('en')} more ${more === 1 ? 'name' : 'names'} can be written in the query.`]
      : []),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is a field of a form
    <div role="group" aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-1 font-semibold">
        {title}
      </h2>
      <ul aria-busy={isStale}>
        {shown.map((row) => (
          <FacetRowView
            key={row.name === null ? 'null' : `=${row.name}`}
            row={row}
            nameless={nameless}
            wordsOf={wordsOf}
            isStale={isStale}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {canFold ? (
        <Button
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="px-1! text-ink-2! text-sm"
        >
          {isWhole ? 'Show fewer' : `Show ${rows.length - few.length} more`}
        </Button>
      ) : null}
      {notes.map((note) => (
        <p key={note} className="px-1 text-ink-3 text-sm">
          {note}
        </p>
      ))}
    </div>
  );
}

/** As many as are seen at a glance; what is chosen is always among them. */
const FEW = 8;
