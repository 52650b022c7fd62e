'use client';

import { X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { Button, IconButton } from '#components/ui/button';
import { visibleString } from '#components/ui/visible-text';
import { QueryColours } from './query-bar-colours.tsx';

/** The queries of before, newest first: the arrows walk them, Delete forgets one, Escape goes back to the field. */
export function QueryHistory({
  queries,
  onChoose,
  onForget,
  onForgetAll,
  onClose,
}: {
  queries: readonly string[];
  onChoose(query: string): void;
  onForget(query: string): void;
  onForgetAll(): void;
  /** `isDone`: by its own keys, so that the focus has to go back. */
  onClose(isDone: boolean): void;
}) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    (rowsOf(panel.current)[0] ?? panel.current)?.focus();
  }, []);
  const forget = (query: string) => {
    // The row goes, and the focus with it, unless it stays in the panel.
    const rows = rowsOf(panel.current);
    const at = queries.indexOf(query);
    (rows[at + 1] ?? rows[at - 1] ?? panel.current)?.focus();
    onForget(query);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return onClose(true);
    }
    const rows = rowsOf(panel.current);
    const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement) === true);
    const next = STEPS[event.key]?.(at, rows.length);
    const query = queries[at];
    if (event.key === 'Delete' && query !== undefined) {
      event.preventDefault();
      forget(query);
    } else if (next !== undefined && rows.length > 0) {
      event.preventDefault();
      if (next < 0) onClose(true);
      else rows[Math.min(next, rows.length - 1)]?.focus();
    }
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onClose(false);
  };
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden
        onClick={() => onClose(false)}
        className="fixed inset-0 z-40 cursor-default"
      />
      <section
        ref={panel}
        tabIndex={-1}
        aria-label="Earlier queries"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className="absolute inset-x-0 top-full z-50 mt-1 max-w-[720px] overflow-hidden rounded-md border border-line-2 bg-surface shadow-pop outline-none"
      >
        <ul
          hidden={queries.length === 0}
          className="max-h-[min(320px,40dvh)] overflow-y-auto overscroll-contain p-1"
        >
          {queries.map((query) => (
            <li key={query} className="flex items-center gap-1">
              <button
                type="button"
                data-query
                onClick={() => onChoose(query)}
                title={visibleString(query)}
                className="min-h-7 min-w-0 flex-1 truncate rounded-sm px-2 text-left font-mono outline-offset-[-2px] hover:bg-sunken focus-visible:bg-sunken"
              >
                <QueryColours text={visibleString(query)} />
              </button>
              <IconButton
                label={`Forget ${visibleString(query)}`}
                tabIndex={-1}
                onClick={() => forget(query)}
              >
                <X aria-hidden size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
        <div
          className={`flex flex-wrap items-center gap-2 border-line py-1 pr-1 pl-3 text-ink-3 text-sm ${queries.length === 0 ? '' : 'border-t'}`}
        >
          <p className="min-w-0 flex-1">
            {queries.length === 0
              ? 'No query has been sent off here yet.'
              : 'Kept in this browser. ↑ ↓ walk, Delete forgets one.'}
          </p>
          {queries.length === 0 ? null : <Button onClick={onForgetAll}>Forget all</Button>}
        </div>
      </section>
    </>
  );
}

const STEPS: Readonly<Partial<Record<string, (at: number, length: number) => number>>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, length) => length - 1,
};

const rowsOf = (panel: HTMLElement | null): readonly HTMLElement[] => [
  ...(panel?.querySelectorAll<HTMLElement>('[data-query]') ?? []),
];
