/**
 * The part of the event list that is in the document: what is in sight, and the selected row always.
 *
 * Browsers draw no element higher than some seventeen million pixels. A list that is higher is scrolled at a larger scale: what
 * lies under the scroll bar's place is drawn there.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type EventRows, heightOf } from './event-rows.ts';

export interface WindowItem {
  readonly index: number;
  readonly row: number;
  readonly start: number;
  readonly size: number;
}

export interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly items: readonly WindowItem[];
  readonly total: number;
  readonly firstVisible: number;
}

/** Height that the server assumes; rows beyond it come with the script. */
const FIRST_HEIGHT = 720;
const ABOVE = 200;
const OVERSCAN = 8;
/** Two rows stay in sight on either side of the selected one. */
const MARGIN = 88;
const MOST_PIXELS = 15_000_000;

interface View {
  readonly top: number;
  readonly height: number;
}

export function useListWindow(rows: EventRows, selected: number): ListWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const placed = useRef(false);
  const scrolls = view !== null && view.height > 0;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !scrolls) {
      placed.current = false;
      return;
    }
    const scale = scaleOf(rows, element.clientHeight);
    const here = { top: element.scrollTop * scale, height: element.clientHeight };
    const offset = offsetFor(rows, selected, here, placed.current ? 'nearest' : 'middle');
    if (offset !== null) element.scrollTop = offset / scale;
    placed.current = true;
  }, [rows, selected, scrolls]);

  if (!scrolls) return { scroller, ...firstWindow(rows, selected) };
  const scale = scaleOf(rows, view.height);
  const offset = view.top * scale;
  const firstVisible = rows.indexAt(offset);
  const indexes = indexesIn(rows, offset, view.height, selected);
  return {
    scroller,
    items: itemsOf(rows, indexes, offset - view.top),
    total: Math.min(rows.total, MOST_PIXELS),
    firstVisible,
  };
}

/** Without a script nobody scrolls to the playhead, so the server puts the rows around it at the top. */
function firstWindow(rows: EventRows, selected: number): Omit<ListWindow, 'scroller'> {
  const offset = Math.max(0, rows.offset(selected) - ABOVE);
  const indexes = indexesIn(rows, offset, FIRST_HEIGHT, selected);
  const shift = rows.offset(indexes[0] ?? 0);
  const total = Math.min(rows.total - shift, MOST_PIXELS);
  return { items: itemsOf(rows, indexes, shift), total, firstVisible: rows.indexAt(offset) };
}

/** Pixels of the list for one of the scroll bar. */
function scaleOf({ total }: EventRows, height: number): number {
  return total <= MOST_PIXELS ? 1 : (total - height) / (MOST_PIXELS - height);
}

function indexesIn(rows: EventRows, offset: number, height: number, selected: number): readonly number[] {
  const first = Math.max(0, rows.indexAt(offset) - OVERSCAN);
  const last = Math.min(rows.count - 1, rows.indexAt(offset + height) + OVERSCAN);
  const indexes = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  // Assistive technology follows aria-activedescendant, so the selected row must be there wherever it is.
  if (selected < first) return [selected, ...indexes];
  return selected > last ? [...indexes, selected] : indexes;
}

function itemsOf(rows: EventRows, indexes: readonly number[], shift: number): readonly WindowItem[] {
  return indexes.map((index) => {
    const row = rows.rowAt(index);
    return { index, row, start: rows.offset(index) - shift, size: heightOf(row) };
  });
}

/**
 * Where to scroll so that a row is in the middle, or has its margin on either side; null: it has. A list too low for the margins gives
 * what it can. Nothing is scrolled without need, because scrolling measures the page, which is dear while stepping fast.
 */
function offsetFor(rows: EventRows, index: number, view: View, place: 'middle' | 'nearest'): number | null {
  const start = rows.offset(index);
  const size = heightOf(rows.rowAt(index));
  const room = Math.max(0, (view.height - size) / 2);
  if (place === 'middle') return Math.max(0, start - room);
  const margin = Math.min(MARGIN, room);
  const lowest = start + size + margin - view.height;
  const highest = Math.max(0, start - margin);
  if (view.top > highest) return highest;
  return view.top < lowest ? lowest : null;
}

/** null: not in a browser yet. A pane that is hidden has no height. */
function useView(scroller: RefObject<HTMLDivElement | null>): View | null {
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return view;
}
