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
import type { Segment } from './segment.ts';
import type { SegmentShelf } from './segment-shelf.ts';
import { countWhile } from './sorted-search.ts';

/** Ascending by path. `earlier` is before `later`; 0 is before the first event. */
export function acrossSegments(
  { segments }: HistoryOutline,
  shelf: SegmentShelf,
  earlier: number,
  later: number,
): DiffEntry[] {
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
  const look = (path: string, inBefore: number, inAfter: number): void => {
    const set = after.lastEntry(inAfter, later);
    if (set !== NONE && after.ordinalOf(set) <= earlier) return;
    const was = before.textOf(inBefore, before.lastEntry(inBefore, earlier));
    const is = after.textOf(inAfter, set);
    if (was === is) return;
    entries.push({
      path,
      before: was,
      after: is,
      ordinal: set === NONE ? removedBetween(path) : after.ordinalOf(set),
    });
  };
  lookSideBySide(before, after, look);
  return entries;
}

const NONE = -1;

/** At the paths of two segments, ascending, with the index of each in either segment, or −1. */
function lookSideBySide(
  before: Segment,
  after: Segment,
  look: (path: string, inBefore: number, inAfter: number) => void,
): void {
  const [ones, others] = [before.paths, after.paths];
  let inBefore = 0;
  let inAfter = 0;
  while (inBefore < ones.length || inAfter < others.length) {
    const [one, other] = [ones[inBefore], others[inAfter]];
    const order = one === undefined ? 1 : other === undefined ? -1 : comparePaths(one, other);
    look((order <= 0 ? one : other) ?? '', order <= 0 ? inBefore : NONE, order >= 0 ? inAfter : NONE);
    if (order <= 0) inBefore += 1;
    if (order >= 0) inAfter += 1;
  }
}
