/**
 * Which gaps of a history are idle, and a clock on which those are short.
 *
 * A gap is idle where it is longer than {@link IDLE_FACTOR} times the median gap; of more than {@link MOST_FOLDS} only the longest are folded.
 * The median is that of the gaps that have a length, of a long history from a sample at even distances, so the same
 * history always folds the same way. Outside of folds the clock runs as it always does.
 *
 * Law: `placeAt` rises with the instant, `instantAt` is its inverse, and the whole line is shorter by what was folded.
 */
import type { Columns } from './playhead-columns.ts';

/** A gap that is drawn short. Instants and places are milliseconds after the first event. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  /** Where it is drawn. */
  readonly fromPlace: number;
  readonly toPlace: number;
}

export interface FoldedClock {
  /** Ascending. */
  readonly folds: readonly Fold[];
  placeAt(instant: number): number;
  instantAt(place: number): number;
}

export const IDLE_FACTOR = 20;
export const MOST_FOLDS = 200;

/** As many gaps say what a usual one is. */
const SAMPLE = 4096;

/** Of the time that is not folded: what one fold takes at most, and what all of them take. */
const ONE_FOLD = 0.03;
const ALL_FOLDS = 0.25;

export function foldedClock(columns: Pick<Columns, 'at' | 'length'>): FoldedClock {
  const gaps = idleGaps(columns);
  const whole = columns.at[columns.length - 1] ?? 0;
  const kept = whole - gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const room = kept * Math.min(ONE_FOLD, ALL_FOLDS / Math.max(1, gaps.length));
  let cut = 0;
  const folds = gaps.map(({ from, to }): Fold => {
    const drawn = Math.min(room, to - from);
    const fromPlace = from - cut;
    cut += to - from - drawn;
    return { from, to, fromPlace, toPlace: fromPlace + drawn };
  });
  return {
    folds,
    placeAt: (instant) => follow(folds, instant, 'from', 'to', 'fromPlace', 'toPlace'),
    instantAt: (place) => follow(folds, place, 'fromPlace', 'toPlace', 'from', 'to'),
  };
}

type Edge = keyof Fold;

/** From one of the two lines to the other. */
function follow(
  folds: readonly Fold[],
  value: number,
  from: Edge,
  to: Edge,
  newFrom: Edge,
  newTo: Edge,
): number {
  const fold = folds[lastBefore(folds, value, from)];
  if (fold === undefined) return value;
  if (value >= fold[to]) return fold[newTo] + (value - fold[to]);
  return fold[newFrom] + ((value - fold[from]) / (fold[to] - fold[from])) * (fold[newTo] - fold[newFrom]);
}

/** Index of the last fold that begins before the value; −1 for none. */
function lastBefore(folds: readonly Fold[], value: number, from: Edge): number {
  let low = 0;
  let high = folds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folds[middle]?.[from] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function idleGaps({ at, length }: Pick<Columns, 'at' | 'length'>): { from: number; to: number }[] {
  const longest = IDLE_FACTOR * usualGap(at, length);
  const gaps: { from: number; to: number }[] = [];
  for (let index = 1; index < length; index += 1) {
    const from = at[index - 1] ?? 0;
    const to = at[index] ?? from;
    if (to - from > longest) gaps.push({ from, to });
  }
  if (gaps.length <= MOST_FOLDS) return gaps;
  return gaps
    .sort((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, MOST_FOLDS)
    .sort((one, other) => one.from - other.from);
}

/** The median of the gaps that have a length; none is longer than infinity. */
function usualGap(at: Float64Array, length: number): number {
  const step = Math.max(1, Math.ceil(length / SAMPLE));
  const gaps: number[] = [];
  for (let index = 1; index < length; index += step) {
    const gap = (at[index] ?? 0) - (at[index - 1] ?? 0);
    if (gap > 0) gaps.push(gap);
  }
  gaps.sort((one, other) => one - other);
  return gaps[(gaps.length - 1) >>> 1] ?? Number.POSITIVE_INFINITY;
}
