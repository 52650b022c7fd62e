/**
 * From a pixel to an event and back.
 *
 * The default snap is the last event in or before the pointer's pixel, found by binary search; so of several events in one
 * pixel the last is taken, and `eventsHere` says how many they are. Law: toX never falls with the ordinal, and
 * snap(toX(at(o))) is the last event of the pixel of `o`.
 */
import { lastWhere, type Positions, type Span } from './playhead-positions.ts';

/** Places to pixels and back, for a window drawn `width` pixels wide. */
export interface Projection {
  readonly width: number;
  toX(place: number): number;
  toPlace(x: number): number;
}

export function projectionOf(window: Span, width: number): Projection {
  const length = window.to - window.from;
  return {
    width,
    toX: (place) => ((place - window.from) / length) * width,
    toPlace: (x) => window.from + (x / width) * length,
  };
}

/**
 * The ordinal that a pointer at `x` means. `reach` is half the width of a drawn glyph (0 where none are drawn): a pointer on the
 * left half of a glyph means that glyph, not the event before it.
 */
export function snap(positions: Positions, projection: Projection, x: number, reach = 0): number {
  const before = lastInPixel(positions, projection, x);
  if (reach === 0 || before === positions.length) return before;
  const xOf = (ordinal: number) => projection.toX(positions.at(ordinal));
  const ahead = xOf(before + 1) - x;
  const behind = before === 0 ? Number.POSITIVE_INFINITY : x - xOf(before);
  return ahead <= reach && ahead < behind ? lastInPixel(positions, projection, xOf(before + 1)) : before;
}

/** How many events lie in the pixel of this one, itself included. 0 for ordinal 0. */
export function eventsHere(positions: Positions, projection: Projection, ordinal: number): number {
  if (ordinal === 0) return 0;
  const x = projection.toX(positions.at(ordinal));
  return lastInPixel(positions, projection, x) - lastInPixel(positions, projection, Math.floor(x) - 1);
}

function lastInPixel(positions: Positions, projection: Projection, x: number): number {
  const edge = Math.floor(x) + 1;
  return lastWhere(positions.length, (ordinal) => projection.toX(positions.at(ordinal)) < edge);
}
