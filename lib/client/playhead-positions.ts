/**
 * The line on which events lie, on either scale: milliseconds after the first event, or ordinals. On the scale of time idle gaps can be
 * folded: a place is then what is left of the milliseconds.
 *
 * Law: `at` never falls with the ordinal, and `lastAtOrBefore(at(o))` is the last ordinal at the same place as `o`. Ordinal 0
 * ("before the first event") has a place of its own just before the first one.
 */
import type { Columns } from './playhead-columns.ts';
import { type Fold, foldedClock } from './playhead-folds.ts';

export type Scale = 'time' | 'events';

/** How events are laid on the line: `folded` is the scale of time with its idle gaps drawn short. */
export type Layout = Scale | 'folded';

/** A stretch of the line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Positions {
  readonly layout: Layout;
  readonly length: number;
  /** The whole line, with a margin at both ends so that the first and last event are not cut. */
  readonly extent: Span;
  /** The shortest stretch that is worth showing. */
  readonly shortest: number;
  /** Gaps that are drawn short, in ascending order; none but on the folded line. */
  readonly folds: readonly Fold[];
  at(ordinal: number): number;
  /** 0 where no event is at or before the place. */
  lastAtOrBefore(place: number): number;
}

/** Share of the line that each margin takes. */
const MARGIN = 0.02;

export function positionsOf(columns: Columns, layout: Layout): Positions {
  if (layout === 'events') return eventPositions(columns.length);
  if (layout === 'time') return timePositions(columns, 'time', [], (instant) => instant);
  const { folds, placeAt } = foldedClock(columns);
  return timePositions(columns, 'folded', folds, placeAt);
}

function timePositions(
  { at, length }: Columns,
  layout: Layout,
  folds: readonly Fold[],
  placeAt: (instant: number) => number,
): Positions {
  const end = placeAt(at[length - 1] ?? 0);
  // A single instant has no length of its own; a second around it gives the axis something to say.
  const margin = end * MARGIN || 500;
  const placeOf = (ordinal: number) => placeAt(at[ordinal - 1] ?? 0);
  return {
    layout,
    length,
    extent: { from: -margin, to: end + margin },
    shortest: Math.min(0.02, end + 2 * margin),
    folds,
    at: (ordinal) => (ordinal < 1 ? -margin / 2 : placeOf(Math.min(ordinal, length))),
    lastAtOrBefore: (place) => lastWhere(length, (ordinal) => placeOf(ordinal) <= place),
  };
}

function eventPositions(length: number): Positions {
  const margin = Math.max(0.5, length * MARGIN);
  return {
    layout: 'events',
    length,
    extent: { from: 1 - margin, to: length + margin },
    shortest: Math.min(4, length - 1 + 2 * margin),
    folds: [],
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
