import type { KeyboardEvent } from 'react';
import type { EventOrder } from './event-rows.ts';

const PAGE = 10;

/** Arrow keys walk the list as it is drawn: down is older where the newest stands first. */
export function useListKeys({
  length,
  ordinal,
  order,
  onSelect,
}: {
  length: number;
  ordinal: number;
  order: EventOrder;
  onSelect(ordinal: number): void;
}) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const down = order === 'newest' ? -1 : 1;
    const target = targetOf(event.key, ordinal, down, length);
    if (target === null) return;
    event.preventDefault();
    onSelect(Math.max(0, Math.min(length, target)));
  };
}

function targetOf(key: string, ordinal: number, down: 1 | -1, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return ordinal + down;
    case 'ArrowUp':
      return ordinal - down;
    case 'PageDown':
      return ordinal + PAGE * down;
    case 'PageUp':
      return ordinal - PAGE * down;
    case 'Home':
      return down === 1 ? 0 : length;
    case 'End':
      return down === 1 ? length : 0;
    default:
      return null;
  }
}
