/** The part of the event list that is in the document: what is in sight, and the selected row always. */
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { rowHeight, rowOffset } from './event-rows.ts';

export interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly items: readonly { readonly index: number; readonly start: number; readonly size: number }[];
  readonly total: number;
  readonly firstVisible: number;
}

/** Height that the server assumes; rows beyond it come with the script. */
const FIRST_HEIGHT = 720;
const ABOVE = 200;
/** Two rows stay in sight on either side of the selected one. */
const MARGIN = 88;

export function useListWindow(rows: Int32Array, selected: number): ListWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const mounted = useMounted();
  const [initialOffset] = useState(() => Math.max(0, rowOffset(rows, selected) - ABOVE));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => rowHeight(rows[index] ?? 0), [rows]),
    overscan: 8,
    initialRect: { width: 296, height: FIRST_HEIGHT },
    initialOffset,
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        // Assistive technology follows aria-activedescendant, so the selected row must be there wherever it is.
        return indexes.includes(selected) ? indexes : [...indexes, selected].sort((a, b) => a - b);
      },
      [selected],
    ),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows have new sizes
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rows]);
  // The server's short list, and a pane that is hidden, cannot scroll as far as they were told: asked again once they can.
  const scrolls = mounted && (virtualizer.scrollRect?.height ?? 0) > 0;
  const placed = useRef(false);
  useEffect(() => {
    const offset = offsetFor(virtualizer, selected, placed.current ? 'nearest' : 'middle');
    if (scrolls && offset !== null) virtualizer.scrollToOffset(offset);
    placed.current = scrolls;
  }, [virtualizer, selected, scrolls]);

  const items = virtualizer.getVirtualItems();
  // Without a script nobody scrolls to the playhead, so the server puts the rows around it at the top.
  const shift = mounted ? 0 : (items[0]?.start ?? 0);
  return {
    scroller,
    items: items.map(({ index, start, size }) => ({ index, start: start - shift, size })),
    total: virtualizer.getTotalSize() - shift,
    firstVisible: virtualizer.range?.startIndex ?? items[0]?.index ?? 0,
  };
}

/**
 * Where to scroll so that a row is in the middle, or has its margin on either side; null: it has. A list too low for the margins gives
 * what it can. Nothing is scrolled without need, because scrolling measures the page, which is dear while stepping fast.
 */
function offsetFor(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  index: number,
  place: 'middle' | 'nearest',
): number | null {
  const { scrollOffset, scrollRect } = virtualizer;
  const row = virtualizer.measurementsCache[index];
  if (scrollOffset === null || scrollRect === null || row === undefined) return null;
  const room = Math.max(0, (scrollRect.height - row.size) / 2);
  if (place === 'middle') return Math.max(0, row.start - room);
  const margin = Math.min(MARGIN, room);
  const lowest = row.end + margin - scrollRect.height;
  const highest = Math.max(0, row.start - margin);
  if (scrollOffset > highest) return highest;
  return scrollOffset < lowest ? lowest : null;
}

function useMounted(): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
}
