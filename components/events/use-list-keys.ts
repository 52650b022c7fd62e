import type { KeyboardEvent } from 'react';
import type { EventOrder } from '#client/event-order';

const PAGE = 10;

/**
 * Arrow keys walk the list as it is drawn: down is older where the newest stands first. They walk from where the playhead is, because
 * the list follows it a little later and would lose the steps between.
 */
export function useListKeys({
  ends,
  order,
  onSelect,
  onStep,
}: {
  /** Where Home and End lead, the oldest first. */
  ends: readonly [oldest: number, newest: number];
  order: EventOrder;
  onSelect(ordinal: number): void;
  onStep(by: number): void;
}) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const down = order === 'newest' ? -1 : 1;
    const step = STEPS[event.key];
    const isEnd = event.key === 'Home' || event.key === 'End';
    if (step === undefined && !isEnd) return;
    event.preventDefault();
    if (step !== undefined) onStep(step * down);
    else onSelect((event.key === 'Home') === (order === 'newest') ? ends[1] : ends[0]);
  };
}

/** Rows down. */
const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};
