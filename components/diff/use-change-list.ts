'use client';

import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';

/** Goes to the next (1) or previous (−1) change of whatever look is on screen. */
export type StepRef = RefObject<(by: 1 | -1) => void>;

export interface ChangeListParts<Row extends { readonly key: string }> {
  readonly rows: readonly Row[];
  /** Indexes of rows that are changes, ascending. */
  readonly stops: readonly number[];
  /** Key of the row that has the keys. */
  readonly active: string | null;
  onActive(key: string): void;
  estimate(row: Row): number;
  readonly step: StepRef;
  /** V shows the next look, whether a row is active or not. */
  onNextLook(): void;
  /** Keys of a row that are not movement; true: done. */
  onKey(event: KeyboardEvent, row: Row): boolean;
}

export interface ChangeList {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly activeIndex: number;
  /** There is more of it than is in sight. */
  readonly scrolls: boolean;
  /** 1-based place of the active row among the changes; null: it is none. */
  readonly place: number | null;
  go(index: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

const PAGE = 20;
/** What is assumed to be in sight before it is measured. */
const FIRST_RECT = { width: 600, height: 720 };

/** A list of any length with one active row: arrows go by row, J and K by change. */
export function useChangeList<Row extends { readonly key: string }>(parts: ChangeListParts<Row>): ChangeList {
  const { rows, stops, active, onActive, estimate, step, onKey } = parts;
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const activeIndex = active === null ? -1 : (places.get(active) ?? -1);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 24 : estimate(row);
    },
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    paddingStart: 4,
    paddingEnd: 4,
    initialRect: FIRST_RECT,
    rangeExtractor: useCallback((range: Range) => withRow(range, activeIndex), [activeIndex]),
  });
  const go = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      onActive(row.key);
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [rows, onActive, virtualizer],
  );
  const last = useRef(0);
  useLayoutEffect(() => {
    if (activeIndex !== -1) last.current = activeIndex;
  });
  // Where the active row has gone, from its place; where nothing was active yet, from what is in sight.
  const placeLost = (by: 1 | -1) =>
    active === null ? (virtualizer.range?.startIndex ?? 0) - by : last.current - (by === 1 ? 1 : 0);
  const stepBy = (by: 1 | -1) => {
    const from = activeIndex === -1 ? placeLost(by) : activeIndex;
    const next = by === 1 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
    // Round the end, so that a key that is pressed again never does nothing.
    const target = next ?? stops.at(by === 1 ? 0 : -1);
    if (target !== undefined) go(target);
  };
  useLayoutEffect(() => {
    step.current = stepBy;
  });
  const move = (index: number) => go(Math.max(0, Math.min(rows.length - 1, index)));
  const moves: Record<string, () => void> = {
    ArrowDown: () => move(activeIndex + 1),
    ArrowUp: () => move(activeIndex - 1),
    PageDown: () => move(activeIndex + PAGE),
    PageUp: () => move(activeIndex - PAGE),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    j: () => stepBy(1),
    k: () => stepBy(-1),
    v: parts.onNextLook,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const row = rows[activeIndex];
    const isDone = row !== undefined && onKey(event, row);
    const run = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!isDone && run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isDone) run?.();
  };
  const at = stops.indexOf(activeIndex);
  // Nothing is drawn again when a list that fits has been measured, so what is assumed before has to be said here, too.
  const scrolls = virtualizer.getTotalSize() > (virtualizer.scrollRect ?? FIRST_RECT).height;
  return { scroller, virtualizer, activeIndex, scrolls, place: at === -1 ? null : at + 1, go, onKeyDown };
}

/** The active row is named as such to those who listen, so it stays in the document wherever it is. */
function withRow(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((one, other) => one - other);
}
