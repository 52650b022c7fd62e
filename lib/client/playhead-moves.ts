/** Where the playhead goes: every answer is an ordinal from 0 ("before the first event") to the last. */
import type { Columns } from './playhead-columns.ts';
import type { Positions, Span } from './playhead-positions.ts';

export const clampOrdinal = (ordinal: number, length: number): number =>
  Math.max(0, Math.min(length, ordinal));

/** The first event, or 0 in an empty history. */
export const firstOrdinal = (length: number): number => Math.min(1, length);

/** 5 % of the window further on the line, but always at least one event. */
export function pageFrom(positions: Positions, window: Span, ordinal: number, direction: 1 | -1): number {
  const target = positions.at(ordinal) + direction * 0.05 * (window.to - window.from);
  const found = positions.lastAtOrBefore(target);
  const step = ordinal + direction;
  return clampOrdinal(direction === 1 ? Math.max(found, step) : Math.min(found, step), positions.length);
}

/** The nearest event of the same type, or the same ordinal where there is none or it is not known yet. */
export function sameTypeFrom(columns: Columns, ordinal: number, direction: 1 | -1): number {
  const type = columns.type[ordinal - 1];
  if (type === undefined) return ordinal;
  const index =
    direction === 1
      ? columns.type.indexOf(type, ordinal)
      : ordinal < 2
        ? -1
        : columns.type.lastIndexOf(type, ordinal - 2);
  return index < 0 || !columns.exact(ordinal) || !columns.exact(index + 1) ? ordinal : index + 1;
}

/** 0 is the first event, 5 the middle of the whole line, 9 nine tenths of it. */
export function tenthOf(positions: Positions, tenth: number): number {
  const first = positions.at(firstOrdinal(positions.length));
  const place = first + ((positions.at(positions.length) - first) * tenth) / 10;
  return Math.max(firstOrdinal(positions.length), positions.lastAtOrBefore(place));
}
