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
      const set = segment.lastSet(segment.indexOf(path), segment.last);
      if (set !== null && set.text === null) return set.ordinal;
    }
    throw new Error(`No event between ${earlier} and ${later} removed ${path}, and yet it is gone.`);
  };
  return merged(before, after).flatMap(({ path, inBefore, inAfter }) => {
    const set = inAfter === -1 ? null : after.lastSet(inAfter, later);
    if (set !== null && set.ordinal <= earlier) return [];
    const was = inBefore === -1 ? null : before.textAt(inBefore, earlier);
    const is = set?.text ?? null;
    return was === is
      ? []
      : [{ path, before: was, after: is, ordinal: set?.ordinal ?? removedBetween(path) }];
  });
}

interface SharedPath {
  readonly path: string;
  /** Index among the paths of either segment, or −1. */
  readonly inBefore: number;
  readonly inAfter: number;
}

/** The paths of two segments side by side, ascending. */
function merged(before: Segment, after: Segment): readonly SharedPath[] {
  if (before === after) return after.paths.map((path, index) => ({ path, inBefore: index, inAfter: index }));
  const shared: SharedPath[] = [];
  let inBefore = 0;
  let inAfter = 0;
  while (inBefore < before.paths.length || inAfter < after.paths.length) {
    const [one, other] = [before.paths[inBefore], after.paths[inAfter]];
    const order = one === undefined ? 1 : other === undefined ? -1 : comparePaths(one, other);
    shared.push({
      path: (order <= 0 ? one : other) ?? '',
      inBefore: order <= 0 ? inBefore++ : -1,
      inAfter: order >= 0 ? inAfter++ : -1,
    });
  }
  return shared;
}
