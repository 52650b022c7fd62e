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

/** At most `most` round values from one to the other, at least the nearest to the middle of them. */
export function roundValues(low: number, high: number, most: number): readonly number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [low];
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
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
