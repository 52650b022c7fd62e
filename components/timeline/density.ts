/**
 * How many events of which slot lie in each of a row of equal bins over a window.
 *
 * Law: the counts sum to the number of events in the window. A million events take a few milliseconds.
 */
import { SLOT_COUNT } from '#client/playhead-categories';
import type { Columns } from '#client/playhead-columns';
import type { Positions, Span } from '#client/playhead-positions';

export interface Density {
  readonly bins: number;
  /** By bin × SLOT_COUNT + slot. */
  readonly counts: Uint32Array;
  /** Events in the fullest bin. */
  readonly peak: number;
}

/** The first and last ordinal that lie in the window; first > last where none does. */
export function eventsIn(window: Span, positions: Positions): { first: number; last: number } {
  const before = positions.lastAtOrBefore(window.from);
  const onEdge = before > 0 && positions.at(before) === window.from;
  const first = onEdge ? firstAt(window.from, positions) : before + 1;
  return { first, last: positions.lastAtOrBefore(window.to) };
}

export function densityOf(columns: Columns, positions: Positions, window: Span, bins: number): Density {
  const counts = new Uint32Array(bins * SLOT_COUNT);
  const { first, last } = eventsIn(window, positions);
  const perPlace = bins / (window.to - window.from);
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((positions.at(ordinal) - window.from) * perPlace)));
    const cell = bin * SLOT_COUNT + (columns.slot[ordinal - 1] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { bins, counts, peak: peakOf(counts, bins) };
}

function peakOf(counts: Uint32Array, bins: number): number {
  let peak = 0;
  for (let bin = 0; bin < bins; bin++) {
    let total = 0;
    for (let slot = 0; slot < SLOT_COUNT; slot++) total += counts[bin * SLOT_COUNT + slot] ?? 0;
    peak = Math.max(peak, total);
  }
  return peak;
}

/** Of several events at one place, the first. */
function firstAt(place: number, positions: Positions): number {
  let low = 1;
  let high = positions.lastAtOrBefore(place);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions.at(middle) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}
