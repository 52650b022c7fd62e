/**
 * The line on which events lie, on either scale: milliseconds after the first event, or ordinals. On the scale of time idle gaps can be
 * folded: a place is then what is left of the milliseconds.
 *
 * Law: `at` never falls with the ordinal, and `lastAtOrBefore(at(o))` is the last ordinal at the same place as `o`. Ordinal 0
 * ("before the first event") has a place of its own just before the first one. `placeOf` never falls with the instant, and an event is
 * where its instant is: `placeOf(instant of o)` is `at(o)`, on the scale of events that of the last event at that instant.
 */
import type { Columns } from './playhead-columns.ts';
import { type Fold, type FoldedClock, foldedClock } from './playhead-folds.ts';

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
  /** Where an instant is, in milliseconds after the first event; also one at which nothing happened. */
  placeOf(instant: number): number;
  /** Milliseconds after the first event; null on the scale of events, on which there is nothing between two of them. */
  instantAt(place: number): number | null;
}

/** Share of the line that each margin takes. */
const MARGIN = 0.02;

export function positionsOf(columns: Columns, layout: Layout): Positions {
  if (layout === 'events') return eventPositions(columns);
  if (layout === 'time') return timePositions(columns, 'time', UNFOLDED);
  return timePositions(columns, 'folded', foldedClock(columns));
}

const UNFOLDED: FoldedClock = { folds: [], placeAt: (instant) => instant, instantAt: (place) => place };

function timePositions(
  { at, length }: Columns,
  layout: Layout,
  { folds, placeAt, instantAt }: FoldedClock,
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
    placeOf: placeAt,
    instantAt,
  };
}

function eventPositions({ at, length }: Columns): Positions {
  const margin = Math.max(0.5, length * MARGIN);
  return {
    layout: 'events',
    length,
    extent: { from: 1 - margin, to: length + margin },
    shortest: Math.min(4, length - 1 + 2 * margin),
    folds: [],
    at: (ordinal) => (ordinal < 1 ? 1 - margin / 2 : ordinal),
    lastAtOrBefore: (place) => Math.max(0, Math.min(length, Math.floor(place))),
    placeOf: (instant) => {
      const last = lastWhere(length, (ordinal) => (at[ordinal - 1] ?? 0) <= instant);
      return last > 0 && at[last - 1] === instant ? last : last + 0.5;
    },
    instantAt: () => null,
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
