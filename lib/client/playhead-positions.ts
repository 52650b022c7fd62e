/**
 * The line on which events lie, on either scale: milliseconds after the first event, or ordinals.
 *
 * Law: `at` never falls with the ordinal, and `lastAtOrBefore(at(o))` is the last ordinal at the same place as `o`. Ordinal 0
 * ("before the first event") has a place of its own just before the first one.
 */
import type { Columns } from './playhead-columns.ts';

export type Scale = 'time' | 'events';

/** A stretch of the line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Positions {
  readonly scale: Scale;
  readonly length: number;
  /** The whole line, with a margin at both ends so that the first and last event are not cut. */
  readonly extent: Span;
  /** The shortest stretch that is worth showing. */
  readonly shortest: number;
  at(ordinal: number): number;
  /** 0 where no event is at or before the place. */
  lastAtOrBefore(place: number): number;
}

/** Share of the line that each margin takes. */
const MARGIN = 0.02;

export const positionsOf = (columns: Columns, scale: Scale): Positions =>
  scale === 'time' ? timePositions(columns) : eventPositions(columns.length);

function timePositions({ at, length }: Columns): Positions {
  const end = at[length - 1] ?? 0;
  // A single instant has no length of its own; a second around it gives the axis something to say.
  const margin = end * MARGIN || 500;
  return {
    scale: 'time',
    length,
    extent: { from: -margin, to: end + margin },
    shortest: Math.min(0.02, end + 2 * margin),
    at: (ordinal) => (ordinal < 1 ? -margin / 2 : (at[ordinal - 1] ?? end)),
    lastAtOrBefore: (place) => lastWhere(length, (ordinal) => (at[ordinal - 1] ?? end) <= place),
  };
}

function eventPositions(length: number): Positions {
  const margin = Math.max(0.5, length * MARGIN);
  return {
    scale: 'events',
    length,
    extent: { from: 1 - margin, to: length + margin },
    shortest: Math.min(4, length - 1 + 2 * margin),
    at: (ordinal) => (ordinal < 1 ? 1 - margin / 2 : ordinal),
    lastAtOrBefore: (place) => Math.max(0, Math.min(length, Math.floor(place))),
  };
}

/** The last ordinal for which `holds` is true, where it is true up to some ordinal and false after it; 0 for none. */
export function lastWhere(length: number, holds: (ordinal: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
