import type { PlacedNote } from './placed-notes.ts';

/** Those on an event that a difference is made of, or on a stretch that shares one with it; what is on all of it comes first. */
export function notesBetween(placed: readonly PlacedNote[], a: number, b: number): readonly PlacedNote[] {
  const [after, last] = [Math.min(a, b), Math.max(a, b)];
  if (after === last) return [];
  const isOnAll = ({ from, to }: PlacedNote) => from === after && to === last;
  return placed
    .filter(({ from, to }) => (to === null ? after < from && from <= last : from < last && after < to))
    .sort((one, other) => Number(isOnAll(other)) - Number(isOnAll(one)));
}
