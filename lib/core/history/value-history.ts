/**
 * The whole values that a path had: its own, or that of the object or array there, composed of all that lies below it.
 *
 * Law: the entries are what reading the path out of the state after every event would find, kept where it is another than before.
 * It says nothing of a member of an array of scalars, which is one leaf. Composing a value costs as much as it holds, so an
 * answer is a page, and says where it ended.
 */
import { stateText } from '../leaf.ts';
import type { FieldEntry, ValuePage, ValuePageLimits } from './history.ts';
import type { HistoryOutline } from './outline.ts';
import type { Segment } from './segment.ts';
import type { SegmentShelf } from './segment-shelf.ts';

/** The values that events from `from` to `to` gave the path or something below it. */
export function valueHistory(
  outline: HistoryOutline,
  shelf: SegmentShelf,
  path: string,
  { from, to, limits }: { readonly from: number; readonly to: number; readonly limits: ValuePageLimits },
): ValuePage {
  const { moments, next } = touchesOf(outline, shelf, path, from, to, limits.events);
  const values: FieldEntry[] = [];
  const [first] = moments;
  const before = first === undefined ? null : textIn(first.segment, first.columns, path, first.ordinal - 1);
  let known = before;
  let work = 0;
  for (const { segment, columns, ordinal } of moments) {
    if (work > limits.work) return { before, values, next: ordinal };
    const text = textIn(segment, columns, path, ordinal);
    if (text !== known) values.push({ ordinal, text });
    known = text;
    work += columns.length + (text?.length ?? 0);
  }
  return { before, values, next };
}

interface Moment {
  readonly segment: Segment;
  readonly columns: readonly number[];
  readonly ordinal: number;
}

/** Before anything is composed, so that a segment which has to be read first throws no composed value away. */
function touchesOf(
  { segments }: HistoryOutline,
  shelf: SegmentShelf,
  path: string,
  from: number,
  to: number,
  most: number,
): { readonly moments: readonly Moment[]; readonly next: number | null } {
  const moments: Moment[] = [];
  for (const [index, { first, last, touched }] of segments.entries()) {
    if (last < from || first > to || !touched.mayHold(path)) continue;
    const segment = shelf.segment(index);
    const columns = segment.indexesFrom(path);
    for (const ordinal of segment.touches(columns)) {
      if (ordinal < from || ordinal > to) continue;
      if (moments.length === most) return { moments, next: ordinal };
      moments.push({ segment, columns, ordinal });
    }
  }
  return { moments, next: null };
}

function textIn(segment: Segment, columns: readonly number[], path: string, ordinal: number): string | null {
  const leaves = columns.flatMap((column) => {
    const text = segment.textAt(column, ordinal);
    return text === null ? [] : [{ path: (segment.paths[column] ?? '').slice(path.length), text }];
  });
  return stateText(leaves);
}
