/** To the first or the last of all events that are found, which need not be known yet. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SearchView } from '#wire';
import { askFoundPage, type FoundQuestion, placeOf } from './found-question.ts';

export function useGoToEnd(
  question: FoundQuestion,
  change: (patch: Partial<SearchView>, how: 'push' | 'replace') => void,
): (end: 'first' | 'last') => void {
  const client = useQueryClient();
  const newest = useRef(0);
  return (end) => {
    newest.current += 1;
    const asked = newest.current;
    const isBack = end === 'last';
    client
      .fetchQuery({
        queryKey: ['end of events', question, end],
        // From the other end, the first of the page is the last of all.
        queryFn: ({ signal }) => askFoundPage(question, { after: null, isBack }, signal),
        gcTime: 0,
        staleTime: 0,
        networkMode: 'always',
        retry: false,
      })
      .then(
        ({ events: [event] }) => {
          // Of two that are on their way, the one that was asked for last.
          if (event !== undefined && asked === newest.current)
            change({ row: placeOf(question.sort, event) }, 'replace');
        },
        // The rows say themselves when the server cannot be reached.
        () => undefined,
      );
  };
}
