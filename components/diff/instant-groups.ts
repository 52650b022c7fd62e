/**
 * The marks of a value in groups, of which those that are a date or a time are to stay on one line, wherever a mark begins or ends in them.
 *
 * Law: the texts of all marks joined are the text of the value, and each character differs as it did.
 */
import { instantRuns } from '#client/instant-runs';
import type { Mark } from './word-marks.ts';

export interface MarkGroup {
  readonly isKept: boolean;
  readonly marks: readonly Mark[];
}

export function instantGroups(marks: readonly Mark[]): readonly MarkGroup[] {
  const rest = [...marks];
  return instantRuns(marks.map(({ text }) => text).join('')).map(({ text, isKept }) => ({
    isKept,
    marks: takeMarks(rest, text.length),
  }));
}

/** Takes so many characters off the beginning of `rest`. */
function takeMarks(rest: Mark[], length: number): readonly Mark[] {
  const taken: Mark[] = [];
  for (let left = length; left > 0; ) {
    const mark = rest.shift();
    if (mark === undefined) break;
    taken.push({ ...mark, text: mark.text.slice(0, left) });
    if (mark.text.length > left) rest.unshift({ ...mark, text: mark.text.slice(left) });
    left -= mark.text.length;
  }
  return taken;
}
