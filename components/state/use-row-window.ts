/** The rows of a tree that are in the document: those in sight, some on either side of them, and one that always is. */
import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface RowWindow {
  /** Rows that follow each other; the one that is always there stands alone where it is out of sight. */
  readonly runs: readonly (readonly number[])[];
  /** In pixels. */
  readonly total: number;
  offsetOf(index: number): number;
  /** Scrolls as far as it has to. */
  reveal(index: number): void;
}

/** More than one turn of a wheel scrolls. */
const OVERSCAN = 5;
/** In pixels, above the first row and below the last. */
const PADDING = 8;
/** What the server assumes is in sight. */
const FIRST_ROWS = 40;

/** All rows are `rowHeight` pixels high. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, always }: { count: number; rowHeight: number; always: number },
): RowWindow {
  const seen = useSeenRows(scroller, rowHeight);
  const top = Math.max(0, Math.min(seen.top, count - seen.rows));
  const first = Math.max(0, top - OVERSCAN);
  const last = Math.min(count - 1, top + seen.rows + OVERSCAN);
  const offsetOf = (index: number) => PADDING + index * rowHeight;
  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const start = index * rowHeight;
      const lowest = start + rowHeight + 2 * PADDING - element.clientHeight;
      if (element.scrollTop > start) element.scrollTop = start;
      else if (element.scrollTop < lowest) element.scrollTop = lowest;
    },
    [scroller, rowHeight],
  );
  const sight = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  const isApart = always < count && (always < first || always > last);
  const runs = isApart ? (always < first ? [[always], sight] : [sight, [always]]) : [sight];
  return { runs, total: count * rowHeight + 2 * PADDING, offsetOf, reveal };
}

/** Whole rows, so that nothing is rendered before another one comes into sight. */
function useSeenRows(scroller: RefObject<HTMLElement | null>, rowHeight: number) {
  const [seen, setSeen] = useState({ top: 0, rows: FIRST_ROWS });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const adopt = () => {
      const { scrollTop, clientHeight } = element;
      // A pane that is hidden has no height, and is looked at again when it has one.
      if (clientHeight === 0) return;
      const top = Math.max(0, Math.floor((scrollTop - PADDING) / rowHeight));
      const rows = Math.ceil(clientHeight / rowHeight);
      setSeen((known) => (known.top === top && known.rows === rows ? known : { top, rows }));
    };
    const observer = new ResizeObserver(adopt);
    observer.observe(element);
    element.addEventListener('scroll', adopt, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', adopt);
    };
  }, [scroller, rowHeight]);
  return seen;
}
