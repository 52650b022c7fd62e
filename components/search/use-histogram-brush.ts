import { type KeyboardEvent, type PointerEvent, useState } from 'react';

/** Bars from one to another, both of them included, whichever is first. */
export interface Brushed {
  readonly anchor: number;
  readonly cursor: number;
}

export const lowOf = ({ anchor, cursor }: Brushed): number => Math.min(anchor, cursor);
export const highOf = ({ anchor, cursor }: Brushed): number => Math.max(anchor, cursor);

const PAGE = 10;

/**
 * Bars chosen by dragging over them, by pressing one, or with the keys: the arrows walk them, with Shift they choose several, Enter takes
 * what is chosen, and Esc lets go of it.
 */
export function useHistogramBrush({
  count,
  slots,
  onTake,
}: {
  readonly count: number;
  /** Bars that there is room for. */
  readonly slots: number;
  onTake(brushed: Brushed): void;
}) {
  const [brushed, setBrushed] = useState<Brushed | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  const clamp = (nth: number) => Math.max(0, Math.min(count - 1, nth));
  const barAt = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return clamp(Math.floor(((clientX - left) / Math.max(1, width)) * slots));
  };
  const current = brushed === null ? null : { anchor: clamp(brushed.anchor), cursor: clamp(brushed.cursor) };
  const take = (taken: Brushed) => {
    setBrushed(null);
    onTake(taken);
  };
  const letGo = () => {
    setIsDragging(false);
    setBrushed(null);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setIsDragging(true);
    setBrushed({ anchor: barAt(event), cursor: barAt(event) });
  };
  const onPointerMove = (event: PointerEvent) => {
    const bar = barAt(event);
    setHovered(bar);
    if (isDragging && current !== null) setBrushed({ ...current, cursor: bar });
  };
  const onPointerUp = () => {
    if (isDragging && current !== null) take(current);
    setIsDragging(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cursor = current?.cursor ?? count - 1;
    const to = STEPS[event.key]?.(cursor, count);
    if (to !== undefined) {
      const anchor = event.shiftKey ? (current?.anchor ?? cursor) : clamp(to);
      setBrushed({ anchor, cursor: clamp(to) });
    } else if (event.key === 'Enter') take(current ?? { anchor: cursor, cursor });
    else if (event.key === 'Escape' && current !== null) letGo();
    else return;
    event.preventDefault();
  };

  return {
    brushed: current,
    hovered: hovered === null ? null : clamp(hovered),
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: letGo,
      onPointerLeave: () => setHovered(null),
      onKeyDown,
      onBlur: () => isDragging || setBrushed(null),
    },
  };
}

const STEPS: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  PageDown: (at) => at - PAGE,
  PageUp: (at) => at + PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};
