/**
 * Arithmetic of the window: the stretch of the line that the track shows.
 *
 * Law: every answer lies inside the extent and is never shorter than the shortest stretch.
 */
import type { Positions, Span } from './playhead-positions.ts';

export const isWhole = (window: Span, { extent }: Positions): boolean =>
  window.from <= extent.from && window.to >= extent.to;

/** Moves and, where it must, shortens or lengthens the window until it fits. */
export function clampWindow(window: Span, { extent, shortest }: Positions): Span {
  const whole = extent.to - extent.from;
  const length = Math.min(whole, Math.max(shortest, window.to - window.from));
  if (length === whole) return extent;
  const middle = (window.from + window.to) / 2;
  const from = Math.min(extent.to - length, Math.max(extent.from, middle - length / 2));
  return { from, to: from + length };
}

/** Factor 2 shows twice as much. The place `about` keeps its pixel, as far as the extent allows. */
export function zoomWindow(window: Span, factor: number, about: number, positions: Positions): Span {
  const whole = positions.extent.to - positions.extent.from;
  const length = window.to - window.from;
  const wanted = Math.min(whole, Math.max(positions.shortest, length * factor));
  const share = Math.min(1, Math.max(0, (about - window.from) / length));
  const from = about - share * wanted;
  const inside =
    about < window.from || about > window.to ? centred(about, wanted) : { from, to: from + wanted };
  return clampWindow(inside, positions);
}

/** Shifts by a share of the window's own length; it stops at the ends of the line. */
export function shiftWindow(window: Span, share: number, positions: Positions): Span {
  const by = (window.to - window.from) * share;
  return clampWindow({ from: window.from + by, to: window.to + by }, positions);
}

/** The window itself where it shows the place already, else moved so that the place is a tenth inside the nearer edge. */
export function revealPlace(window: Span, place: number, positions: Positions): Span {
  if (place >= window.from && place <= window.to) return window;
  const length = window.to - window.from;
  const from = place < window.from ? place - length / 10 : place - (length * 9) / 10;
  return clampWindow({ from, to: from + length }, positions);
}

export const centreWindow = (window: Span, place: number, positions: Positions): Span =>
  clampWindow(centred(place, window.to - window.from), positions);

/** One edge moves, the other stays where it is. */
export function resizeWindow(window: Span, edge: 'from' | 'to', place: number, positions: Positions): Span {
  const { extent, shortest } = positions;
  return edge === 'from'
    ? { from: Math.max(extent.from, Math.min(place, window.to - shortest)), to: window.to }
    : { from: window.from, to: Math.min(extent.to, Math.max(place, window.from + shortest)) };
}

/** The window on another scale that shows the same events. */
export function convertWindow(window: Span, old: Positions, next: Positions): Span {
  if (isWhole(window, old)) return next.extent;
  const first = old.lastAtOrBefore(window.from);
  const last = Math.max(old.lastAtOrBefore(window.to), Math.min(first + 1, old.length));
  return clampWindow({ from: next.at(first), to: next.at(last) }, next);
}

const centred = (place: number, length: number): Span => ({
  from: place - length / 2,
  to: place + length / 2,
});
