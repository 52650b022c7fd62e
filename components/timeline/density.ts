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
  /** The same of the events that a filter shows; null where none is. */
  readonly shown: Uint32Array | null;
  /** Events in the fullest bin. */
  readonly peak: number;
}

/** The first and last ordinal that lie in the window; first > last where none does. */
export function eventsIn(window: Span, positions: Positions): { first: number; last: number } {
  const before = positions.lastAtOrBefore(window.from);
  const onEdge = before > 0 && positions.at(before) === window.from;
  const first = onEdge ? firstFrom(window.from, positions, 1, before) : before + 1;
  return { first, last: positions.lastAtOrBefore(window.to) };
}

/** Places never fall, so a bin is a stretch of ordinals: its ends are searched for, and of each event only its slot is read. */
export function densityOf(
  columns: Columns,
  positions: Positions,
  window: Span,
  bins: number,
  mask: Uint8Array | null = null,
): Density {
  const counts = new Uint32Array(bins * SLOT_COUNT);
  const shown = mask === null ? null : new Uint32Array(bins * SLOT_COUNT);
  const { first, last } = eventsIn(window, positions);
  const { slot } = columns;
  const size = (window.to - window.from) / bins;
  let ordinal = first;
  for (let bin = 0; bin < bins && ordinal <= last; bin++) {
    const end =
      bin === bins - 1 ? last + 1 : firstFrom(window.from + size * (bin + 1), positions, ordinal, last);
    const row = bin * SLOT_COUNT;
    for (; ordinal < end; ordinal++) {
      const cell = row + (slot[ordinal - 1] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
      if (shown !== null && mask?.[ordinal] === 1) shown[cell] = (shown[cell] ?? 0) + 1;
    }
  }
  return { bins, counts, shown, peak: peakOf(counts, bins) };
}

/** The first ordinal from `low` on that lies at the place or behind it; `high + 1` where none does. */
function firstFrom(place: number, positions: Positions, low: number, high: number): number {
  let from = low;
  let to = high + 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (positions.at(middle) >= place) to = middle;
    else from = middle + 1;
  }
  return from;
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
