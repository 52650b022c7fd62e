/**
 * The part of the event list that is in the document: what is in sight, and the selected row always.
 *
 * Browsers draw no element higher than some seventeen million pixels. A list that is higher is scrolled at a larger scale: what
 * lies under the scroll bar's place is drawn there.
 */
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { type EventRows, heightOf, ROW_HEIGHT } from './event-rows.ts';

/** Rows that follow each other, drawn from `start` on. */
export interface RowRun {
  readonly start: number;
  readonly rows: readonly number[];
}

export interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What is in sight; before or behind it, the selected row where it is not. */
  readonly runs: readonly RowRun[];
  readonly total: number;
  readonly firstVisible: number;
  /** Of the element that shows an event row. */
  keyOf(row: number): number;
  /** Scrolls back to the selected row, if it is out of sight. */
  reveal(): void;
}

/** Height that the server assumes; rows beyond it come with the script. */
const FIRST_HEIGHT = 720;
const ABOVE = 200;
/** More than one turn of a wheel scrolls. */
const OVERSCAN = 3;
/** Two rows stay in sight on either side of the selected one. */
const MARGIN = 88;
const MOST_PIXELS = 15_000_000;
const NO_ROW = -1;

interface View {
  readonly top: number;
  readonly height: number;
}

/** `selected` is the index of the row that stays in sight when it changes; scrolling away from it is free. */
export function useListWindow(rows: EventRows, selected: number): ListWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, render] = useView(scroller);
  const followed = useRef<{ readonly rows: EventRows; readonly selected: number } | null>(null);
  const { current } = view;
  const scrolls = current !== null && current.height > 0;
  const scale = scrolls ? scaleOf(rows, current.height) : 1;
  const isNew = followed.current?.rows !== rows || followed.current.selected !== selected;
  const place = followed.current === null ? 'middle' : 'nearest';
  // Where the list is about to scroll is drawn at once: reading it back from the page would lay the page out once more.
  const wanted = scrolls && isNew ? offsetFor(rows, selected, scaled(current, scale), place) : null;
  const top = scrolls ? (wanted === null ? current.top : topOf(wanted, rows, current.height, scale)) : 0;
  useLayoutEffect(() => {
    followed.current = scrolls ? { rows, selected } : null;
    if (wanted === null || scroller.current === null) return;
    view.current = current === null ? null : { ...current, top };
    scroller.current.scrollTop = top;
  });

  const reveal = () => {
    if (!scrolls || offsetFor(rows, selected, scaled(current, scale), 'nearest') === null) return;
    followed.current = { rows, selected: NO_ROW };
    render();
  };
  const offset = top * scale;
  const shown = scrolls
    ? {
        runs: runsIn(rows, offset, current.height, selected, offset - top),
        total: Math.min(rows.total, MOST_PIXELS),
        firstVisible: rows.indexAt(offset),
      }
    : firstWindow(rows, selected);
  const keyOf = useRowKeys(shown.runs, capacityOf(scrolls ? current.height : FIRST_HEIGHT));
  return { scroller, reveal, keyOf, ...shown };
}

/**
 * Elements are filled anew as the list moves on, which is cheaper than making others. While it scrolls, a row keeps its element; after a
 * jump, where no row is drawn again, each element keeps its place.
 */
function useRowKeys(runs: readonly RowRun[], capacity: number): (row: number) => number {
  const drawn = useRef<{ readonly lead: number; readonly anchor: number } | null>(null);
  const longest = runs.reduce<RowRun | null>(
    (found, run) => (found === null || run.rows.length > found.rows.length ? run : found),
    null,
  );
  const lead = longest?.rows.find((row) => row > 0) ?? 0;
  const before = drawn.current ?? { lead, anchor: 0 };
  const moved = lead - before.lead;
  const anchor = Math.abs(moved) < capacity ? before.anchor : before.anchor + moved;
  useLayoutEffect(() => {
    drawn.current = { lead, anchor };
  });
  return (row) => (((row - anchor) % capacity) + capacity) % capacity;
}

/** More event rows in a row are never drawn. */
const capacityOf = (height: number): number => Math.ceil(height / ROW_HEIGHT.event) + 2 * OVERSCAN + 2;

const scaled = ({ top, height }: View, scale: number): View => ({ top: top * scale, height });

/** What the scroll bar can do of it, in whole pixels as the browser keeps them. */
function topOf(offset: number, { total }: EventRows, height: number, scale: number): number {
  return Math.round(Math.max(0, Math.min(Math.min(total, MOST_PIXELS) - height, offset / scale)));
}

/** Without a script nobody scrolls to the playhead, so the server puts the rows around it at the top. */
function firstWindow(rows: EventRows, selected: number): Pick<ListWindow, 'runs' | 'total' | 'firstVisible'> {
  const offset = Math.max(0, rows.offset(selected) - ABOVE);
  const firstVisible = rows.indexAt(offset);
  const shift = rows.offset(Math.max(0, firstVisible - OVERSCAN));
  const runs = runsIn(rows, offset, FIRST_HEIGHT, selected, shift);
  const total = Math.min(rows.total - shift, MOST_PIXELS);
  return { runs, total, firstVisible };
}

/** Pixels of the list for one of the scroll bar. */
function scaleOf({ total }: EventRows, height: number): number {
  return total <= MOST_PIXELS ? 1 : (total - height) / (MOST_PIXELS - height);
}

function runsIn(
  rows: EventRows,
  offset: number,
  height: number,
  selected: number,
  shift: number,
): readonly RowRun[] {
  const first = Math.max(0, rows.indexAt(offset) - OVERSCAN);
  const last = Math.min(rows.count - 1, rows.indexAt(offset + height) + OVERSCAN);
  const run = (from: number, to: number): RowRun => ({
    start: rows.offset(from) - shift,
    rows: Array.from({ length: to - from + 1 }, (_, place) => rows.rowAt(from + place)),
  });
  // Assistive technology follows aria-activedescendant, so the selected row must be there wherever it is.
  if (selected < first) return [run(selected, selected), run(first, last)];
  return selected > last ? [run(first, last), run(selected, selected)] : [run(first, last)];
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

/** Kept outside of what is rendered, which happens only when somebody scrolls. null: not in a browser yet. A pane that is hidden has no height. */
function useView(
  scroller: RefObject<HTMLDivElement | null>,
): [view: { current: View | null }, render: () => void] {
  const view = useRef<View | null>(null);
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const adopt = (next: View) => {
      const known = view.current;
      if (known !== null && known.height === next.height && Math.abs(known.top - next.top) < 1) return;
      view.current = next;
      render();
    };
    const observer = new ResizeObserver(() =>
      adopt({ top: element.scrollTop, height: element.clientHeight }),
    );
    const onScroll = () => adopt({ top: element.scrollTop, height: view.current?.height ?? 0 });
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);
  return [view, render];
}
