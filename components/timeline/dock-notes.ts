/** What readers marked on a history: ticks on its timeline, and what is open over it. */
import type { ReactNode } from 'react';

export interface DockTick {
  readonly id: string;
  /** Ordinals, `to` not before `from`; null: a moment. */
  readonly from: number;
  readonly to: number | null;
  /** Who marked what and when, in words. */
  readonly words: string;
  /** Empty for a bookmark. */
  readonly text: string;
}

export interface DockNotes {
  /** By place. */
  readonly ticks: readonly DockTick[];
  /** How many there are, also those that have no place on this history. */
  readonly count: number;
  readonly open: 'composer' | 'list' | null;
  /** Opens the composer at this ordinal, where the playhead is. */
  onAdd(ordinal: number): void;
  onList(): void;
  /** Stands over the dock; keys in it are its own. */
  readonly popover: ReactNode;
}

/** The next tick behind, or before, a place; several at one place are one stop. */
export function tickFrom(ticks: readonly DockTick[], from: number, by: 1 | -1): DockTick | null {
  const beyond =
    by === 1 ? ticks.filter((tick) => tick.from > from) : ticks.filter((tick) => tick.from < from);
  const place = by === 1 ? beyond[0]?.from : beyond.at(-1)?.from;
  return beyond.find((tick) => tick.from === place) ?? null;
}
