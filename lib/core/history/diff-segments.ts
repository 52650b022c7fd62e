/**
 * What differs between two moments, from the segments that hold them and none between.
 *
 * Law: apply(stateAt(earlier), diff) = stateAt(later). The base of the later segment says of every live path which event set it,
 * so a path set before `earlier` is known to be unchanged without looking. Only to name the event that *removed* a path in a
 * segment between, that segment is read.
 */
import { comparePaths } from '../pointer.ts';
import type { DiffEntry } from './history.ts';
import type { HistoryOutline } from './outline.ts';
import type { SegmentShelf } from './segment-shelf.ts';
import { countWhile } from './sorted-search.ts';

/** Ascending by path, from either moment to the other; 0 is before the first event. */
export function acrossSegments(
  { segments }: HistoryOutline,
  shelf: SegmentShelf,
  from: number,
  to: number,
): DiffEntry[] {
  const earlier = Math.min(from, to);
  const later = Math.max(from, to);
  const isForward = from <= to;
  const holding = (ordinal: number) => countWhile(segments, ({ last }) => last < ordinal);
  const end = holding(later);
  const after = shelf.segment(end);
  // The base of a segment is the state before its first event, so a moment on the border needs one segment only.
  const start = earlier >= after.first - 1 ? end : holding(Math.max(1, earlier));
  const before = start === end ? after : shelf.segment(start);
  const removedBetween = (path: string): number => {
    for (let index = end - 1; index >= start; index -= 1) {
      if (segments[index]?.touched.mayHold(path) === false) continue;
      const segment = shelf.segment(index);
      const known = segment.indexOf(path);
      const set = segment.lastEntry(known, segment.last);
      if (set !== NONE && segment.textOf(known, set) === null) return segment.ordinalOf(set);
    }
    throw new Error(`No event between ${earlier} and ${later} removed ${path}, and yet it is gone.`);
  };
  const entries: DiffEntry[] = [];
  const [ones, others] = [before.paths, after.paths];
  for (let one = 0, other = 0; one < ones.length || other < others.length; ) {
    const order = orderOf(ones[one], others[other]);
    const inBefore = order <= 0 ? one++ : NONE;
    const inAfter = order >= 0 ? other++ : NONE;
    const set = after.lastEntry(inAfter, later);
    if (set !== NONE && after.ordinalOf(set) <= earlier) continue;
    const was = before.textOf(inBefore, before.lastEntry(inBefore, earlier));
    const is = after.textOf(inAfter, set);
    if (was === is) continue;
    const path = (inAfter === NONE ? ones[inBefore] : others[inAfter]) ?? '';
    const ordinal = set === NONE ? removedBetween(path) : after.ordinalOf(set);
    entries.push({ path, before: isForward ? was : is, after: isForward ? is : was, ordinal });
  }
  return entries;
}

const NONE = -1;

/** Of the next path in either segment; undefined: there is none left. Mostly both have the same. */
function orderOf(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined ? -1 : comparePaths(one, other);
}
