/**
 * A long text with its marks, cut to what a row can hold: what differs stays, and so do the ends of what is alike beside it.
 *
 * Law: the shown texts and the lengths of what is left out add up to the whole.
 */
import type { Mark } from './word-marks.ts';

/** `left`: characters that are not shown. */
export type CutMark = Mark | { readonly left: number };

/** Characters of a stretch on either side of what is left out. */
const KEPT_ALIKE = 80;
const KEPT_DIFFERING = 600;
/** Parts that one row shows. */
const MOST_PARTS = 60;

export const isCut = (marks: readonly CutMark[]): boolean => marks.some((mark) => 'left' in mark);

export function cutMarks(marks: readonly Mark[]): readonly CutMark[] {
  const cut = marks.slice(0, MOST_PARTS).flatMap(cutMark);
  const rest = marks.slice(MOST_PARTS).reduce((sum, { text }) => sum + text.length, 0);
  return rest === 0 ? cut : [...cut, { left: rest }];
}

function cutMark(mark: Mark): readonly CutMark[] {
  const kept = mark.differs ? KEPT_DIFFERING : KEPT_ALIKE;
  const { text } = mark;
  if (text.length <= 3 * kept) return [mark];
  const [head, tail] = [wholeUpTo(text, kept), wholeUpTo(text, text.length - kept)];
  return [{ ...mark, text: text.slice(0, head) }, { left: tail - head }, { ...mark, text: text.slice(tail) }];
}

/** No pair of surrogates is cut in two. */
function wholeUpTo(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
