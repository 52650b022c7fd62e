/**
 * The rows that are in the document: those in sight, and the selected one always. Rows have one height, so that a row that is not known yet
 * keeps its place; where rows come in front of the first, what is in sight stays where it is.
 */
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { FoundRows } from '#client/search/found-rows';

export interface ResultWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly runs: readonly SeenRun[];
  readonly height: number;
  /** Whole rows that have room, at least one. */
  readonly page: number;
  /** The first row in sight. */
  readonly first: number;
  /** Scrolls as little as it takes. */
  reveal(ordinal: number): void;
}

/** A run of ordinals, drawn from `top` on, in pixels. */
export interface SeenRun {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** Others change with it, and it is drawn when it is its turn. */
  readonly waits: boolean;
}

/** While all rows run past, they are drawn in so many parts, one a frame: none of them takes too long, and nobody sees it. */
const PARTS = 4;
/** What the server draws; more comes with the script. */
const FIRST_ROWS = 30;
/** Rows above the one that a page is opened at. */
const ABOVE = 4;
const OVERSCAN = 6;

interface View {
  readonly top: number;
  readonly height: number;
}

export function useResultWindow(
  rows: FoundRows,
  {
    rowHeight,
    headHeight,
    selected,
    isLive,
  }: {
    rowHeight: number;
    headHeight: number;
    selected: number | null;
    /** At the top it stays at the top, whatever comes in front. */
    isLive: boolean;
  },
): ResultWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRef<View | null>(null);
  const [, render] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef<{
    readonly rows: FoundRows;
    readonly start: number;
    readonly rowHeight: number;
  } | null>(null);
  const { start, end } = rows;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const before = drawn.current;
    drawn.current = { rows, start, rowHeight };
    if (before?.rows !== rows) {
      if (rows.isEmpty) drawn.current = null;
      else element.scrollTop = rows.anchor === null ? 0 : Math.max(0, (-start - ABOVE) * rowHeight);
    } else if (before.rowHeight !== rowHeight) {
      element.scrollTop = (element.scrollTop / before.rowHeight) * rowHeight;
    } else if (start < before.start) {
      // What the last scroll told is still so; to ask the page again would lay all that comes out twice.
      const top = view.current?.top ?? element.scrollTop;
      if (isLive && top === 0) return;
      const isAtTop = isLive && top < rowHeight;
      element.scrollTop = isAtTop ? 0 : element.scrollTop + (before.start - start) * rowHeight;
    } else return;
    view.current = { top: element.scrollTop, height: element.clientHeight };
    render();
  }, [rows, start, rowHeight, isLive, rows.isEmpty]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      view.current = { top: element.scrollTop, height: element.clientHeight };
      render();
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  const reveal = (ordinal: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = (ordinal - start) * rowHeight;
    const lowest = top + rowHeight + headHeight - element.clientHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (lowest > element.scrollTop) element.scrollTop = lowest;
  };

  const height = (end - start) * rowHeight;
  if (view.current === null) {
    const first = Math.max(start, -ABOVE);
    const run = { key: 'seen 0', from: first, to: Math.min(end, first + FIRST_ROWS), top: 0, waits: false };
    return { scroller, runs: [run], height, page: FIRST_ROWS, first, reveal };
  }
  const first = Math.min(Math.max(start, end - 1), start + Math.floor(view.current.top / rowHeight));
  const page = Math.max(1, Math.floor((view.current.height - headHeight) / rowHeight));
  // What runs past is not drawn where nobody sees it.
  const isRunning = isLive && first === start;
  const beyond = isRunning ? 1 : OVERSCAN;
  const from = Math.max(start, first - beyond);
  // Of the last row there may be room for a part.
  const to = Math.min(end, first + page + beyond);
  const runOf = (key: string, begin: number, behind: number, waits = false): SeenRun => ({
    ...{ key, from: begin, to: behind, waits },
    top: (begin - start) * rowHeight,
  });
  const areAllNew = drawn.current?.rows === rows && drawn.current.start - start >= to - from;
  const each = isRunning ? Math.ceil((to - from) / PARTS) : to - from;
  const seen = Array.from({ length: isRunning ? PARTS : 1 }, (_, nth) => {
    const begin = Math.min(to, from + nth * each);
    return runOf(`seen ${nth}`, begin, Math.min(to, begin + each), areAllNew);
  });
  const isFar =
    selected !== null && selected >= start && selected < end && (selected < from || selected >= to);
  // Assistive technology follows the selected row, so it is there wherever it is.
  const runs = isFar ? [...seen, runOf('far', selected, selected + 1)] : seen;
  return { scroller, runs, height, page, first, reveal };
}
