/**
 * The first moment at which conditions hold together: a walk over the columns of the fields they name, not over events.
 *
 * Law: it is what looking at every state from the first on would find. Segments whose events touched none of the fields are
 * passed over unread.
 */
import { type Condition, compares, sameValue } from './condition.ts';
import { withMembers } from './member-paths.ts';
import type { HistoryOutline } from './outline.ts';
import type { Segment } from './segment.ts';
import type { SegmentShelf } from './segment-shelf.ts';
import { countWhile } from './sorted-search.ts';

export type { Condition };

/** The lowest ordinal from `from` on, or null. All conditions have to hold; none at all hold at once. */
export function firstWhere(
  { segments }: HistoryOutline,
  shelf: SegmentShelf,
  conditions: readonly Condition[],
  from: number,
): number | null {
  const met = conditions.map(() => false);
  // What was once true is only known by having looked from the beginning.
  const start = conditions.some(({ op }) => op === 'was') ? 1 : from;
  for (let index = countWhile(segments, ({ last }) => last < start); index < segments.length; index += 1) {
    const outline = segments[index];
    if (outline === undefined) break;
    const holdsStart = start >= outline.first || (from >= outline.first && from <= outline.last);
    if (!holdsStart && !conditions.some(({ path }) => outline.touched.mayHold(path))) continue;
    const segment = shelf.segment(index);
    const watched = conditions.map((condition) => watch(segment, condition));
    const moments = new Set(watched.flatMap(({ ordinals }) => ordinals));
    for (const moment of [start, from])
      if (moment >= segment.first && moment <= segment.last) moments.add(moment);
    for (const ordinal of [...moments].filter((moment) => moment >= start).sort((a, b) => a - b)) {
      for (const [at, { holds }] of watched.entries()) {
        met[at] = holds(ordinal) || (conditions[at]?.op === 'was' && met[at] === true);
      }
      if (ordinal >= from && met.every(Boolean)) return ordinal;
    }
  }
  return null;
}

interface Watched {
  /** At which events of the segment the answer may change. */
  readonly ordinals: readonly number[];
  holds(ordinal: number): boolean;
}

function watch(segment: Segment, { path, op, value }: Condition): Watched {
  const indexes =
    op === 'exists' ? withMembers(segment, path) : [segment.indexOf(path)].filter((at) => at !== -1);
  const ordinals = indexes.flatMap((at) => segment.fieldEntries(at).map(({ ordinal }) => ordinal));
  const met = (text: string) =>
    op === 'exists' || (op === 'was' ? sameValue(text, value) : compares(text, op, value));
  return {
    ordinals,
    holds: (ordinal) =>
      indexes.some((at) => {
        const text = segment.textAt(at, ordinal);
        return text !== null && met(text);
      }),
  };
}
