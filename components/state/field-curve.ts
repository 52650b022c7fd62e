/**
 * The step line of a field's numbers over a window: one point a pixel column in which something changed, with the lowest and the
 * highest value that the field had in it, so that a hundred thousand changes are as quick to draw as a screen is wide.
 *
 * Law: no value of the window lies outside of [lowest, highest] of the points.
 */
import type { FieldTrack } from '#client/field-track';
import { placeInTrack } from '#client/field-track';
import type { Positions, Span } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';

export interface CurvePoint {
  readonly x: number;
  /** NaN where it had no number in this column. */
  readonly low: number;
  readonly high: number;
  /** What it had at the end of the column; NaN: no number. */
  readonly last: number;
}

export function curveOf(
  track: FieldTrack,
  positions: Positions,
  window: Span,
  projection: Projection,
): readonly CurvePoint[] {
  const { ordinals, numbers } = track;
  const before = placeInTrack(track, positions.lastAtOrBefore(window.from));
  const points: CurvePoint[] = before < 0 ? [] : [pointAt(0, numbers[before] ?? Number.NaN)];
  for (let index = before + 1; index < ordinals.length; index += 1) {
    const place = positions.at(ordinals[index] ?? 0);
    if (place > window.to) break;
    const x = Math.round(projection.toX(place));
    const number = numbers[index] ?? Number.NaN;
    const end = points.at(-1);
    if (end?.x === x) points[points.length - 1] = joined(end, number);
    else points.push(pointAt(x, number));
  }
  return points;
}

/** Where the highest and the lowest value stand; null where there is no number. */
export function rangeOf(
  points: readonly CurvePoint[],
): { readonly low: number; readonly high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    if (point.low < low) low = point.low;
    if (point.high > high) high = point.high;
  }
  return low <= high ? { low, high } : null;
}

/** How far up the value lies, 0 to 1. Halved where the distance is beyond what a double holds. */
export function heightIn(
  { low, high }: { readonly low: number; readonly high: number },
  value: number,
): number {
  if (!(high > low)) return 0.5;
  return Number.isFinite(high - low)
    ? (value - low) / (high - low)
    : (value / 2 - low / 2) / (high / 2 - low / 2);
}

/** About `most` round values from one to the other, ascending; where no double between them is round, the lower one. */
export function roundValues(low: number, high: number, most: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = high / most - low / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  if (!(power > 0)) return [low];
  const steps = [0.5, 1, 2, 5, 10].map((factor) => factor * power);
  const fitting = steps.findIndex((step, place) => place > 0 && step >= rough);
  const step = steps[fitting] ?? rough;
  const coarse = multiplesOf(step, low, high);
  // A step that is nearly as wide as the range may have no multiple in it.
  const values = coarse.length > 0 ? coarse : multiplesOf(steps[fitting - 1] ?? step, low, high);
  return values.length > 0 ? values : [low];
}

/** Those that are different doubles: beyond 2^53 not all are. */
function multiplesOf(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  // Without the sum, a zero that was approached from below would be written with a minus.
  const all = Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step + 0);
  return [...new Set(all)].filter((value) => value >= low && value <= high);
}

function pointAt(x: number, number: number): CurvePoint {
  return { x, low: number, high: number, last: number };
}

function joined({ x, low, high }: CurvePoint, number: number): CurvePoint {
  if (Number.isNaN(number)) return { x, low, high, last: number };
  return {
    x,
    low: Number.isNaN(low) ? number : Math.min(low, number),
    high: Number.isNaN(high) ? number : Math.max(high, number),
    last: number,
  };
}
