import type { PinnedMoments } from './replay/use-pins.ts';

/** What an event has to do with the diff beside it; null where nothing is compared. Ordinals. */
export function placeInDiff(ordinal: number, { a, b, bFollows }: PinnedMoments): string | null {
  if (a === null || b === null) return null;
  if (ordinal === b && bFollows) return 'At the playhead, where B is, which follows it.';
  if (ordinal === a && ordinal === b) return 'At the playhead, where A and B are: nothing lies between them.';
  const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
  if (ordinal === earlier)
    return `At the playhead, where ${ordinal === a ? 'A' : 'B'} is: the diff is of the events after it.`;
  if (ordinal === later)
    return `At the playhead, where ${ordinal === a ? 'A' : 'B'} is: the last event of this diff.`;
  const isBetween = earlier < ordinal && ordinal < later;
  return isBetween
    ? 'At the playhead, between A and B: one of the events of this diff.'
    : 'At the playhead, outside of A and B: no part of this diff.';
}
