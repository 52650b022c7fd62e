/** The rows of the question on screen, opened at the row that the address names. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { askFoundPage, type FoundQuestion, placeOf } from './found-question.ts';
import { type FirstPages, FoundRows } from './found-rows.ts';

export interface AskedRows {
  readonly question: FoundQuestion;
  /** Asked once more, it is another number. */
  readonly round: number;
  /** null: no row is selected. */
  readonly row: string | null;
}

/** `first`: what the server has answered already, and to what. `isReadable`: the text is a query; otherwise nothing is asked. */
export function useFoundRows(
  asked: AskedRows,
  first: { readonly asked: AskedRows; readonly pages: FirstPages } | null,
  isReadable: boolean,
): FoundRows {
  const client = useQueryClient();
  const key = keyOf(asked);
  const build = () => {
    const { question, round, row } = asked;
    const isFirst = first !== null && keyOf(first.asked) === key && first.asked.row === row;
    const rows = new FoundRows({
      // Rows are kept there, and not once more by the client.
      ask: (place, limit) =>
        client.fetchQuery({
          queryKey: ['found events', question, round, place, limit],
          queryFn: ({ signal }) => askFoundPage(question, place, signal, limit),
          gcTime: 0,
          staleTime: 0,
          networkMode: 'always',
          retry: false,
        }),
      placeOf: (event) => placeOf(question.sort, event),
      anchor: row,
      direction: question.direction,
      first: isFirst ? first.pages : null,
    });
    return { key, rows };
  };
  const [held, setHeld] = useState(build);
  const isKnown = held.key === key && (asked.row === null || held.rows.ordinalOf(asked.row) !== null);
  let current = held;
  if (!isKnown) {
    current = build();
    setHeld(current);
  }
  const { rows } = current;
  // What comes later is for those alone who show rows: the screen around them has not to be drawn again for it.
  useSyncExternalStore(
    rows.subscribe,
    () => rows.searchedTo,
    () => rows.searchedTo,
  );
  useSyncExternalStore(
    rows.subscribe,
    () => rows.problem,
    () => rows.problem,
  );
  // Something is in sight wherever the table stands.
  useEffect(() => {
    if (isReadable) rows.need(0, 1);
  }, [rows, isReadable]);
  return rows;
}

const keyOf = ({ question, round }: AskedRows): string => JSON.stringify([question, round]);
