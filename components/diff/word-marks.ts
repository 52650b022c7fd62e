/**
 * What differs inside two texts, word by word, so that a changed word in a long text stands out.
 *
 * Law: the marks of either side joined are its text. It is bounded: of texts whose middles are long, the middles are marked as a whole.
 */
import { type EditRun, editScript } from '#client/edit-script';

export interface Mark {
  readonly text: string;
  readonly differs: boolean;
}

export interface WordMarks {
  readonly before: readonly Mark[];
  readonly after: readonly Mark[];
}

/** A short text is read as a whole sooner than its marks are. */
const SHORT = 16;
/** Characters between the common ends that are still looked at word by word. */
const MOST_COMPARED = 20_000;

/** Of two leaves, as they are said: texts, and lists of texts. A number or the order of a list is read as a whole. */
export function leafMarks(
  before: string | null,
  after: string | null,
  say: (json: string) => string,
): WordMarks | null {
  const hasWords = before !== null && after !== null && /^\[?"/.test(before) && /^\[?"/.test(after);
  return hasWords ? wordMarks(say(before), say(after)) : null;
}

/** null: too short, or too little in common for marks to help. */
export function wordMarks(before: string, after: string): WordMarks | null {
  const most = Math.min(before.length, after.length);
  if (most < SHORT) return null;
  const { start, end } = commonEnds(before, after);
  const middles = [before, after].map((text) => text.slice(start, text.length - end));
  const [one = '', other = ''] = middles;
  const isLong = one.length + other.length > MOST_COMPARED;
  const [words, others] = isLong ? [whole(one), whole(other)] : [wordsOf(one), wordsOf(other)];
  const runs = editScript(words, others);
  const kept = runs.reduce((sum, run) => sum + (run.kind === 'keep' ? lengthOf(words, run) : 0), start + end);
  if (kept < Math.max(before.length, after.length) / 4) return null;
  const [head, tail] = [before.slice(0, start), before.slice(before.length - end)];
  return {
    before: joined(head, marksOf(words, runs, 'remove', 'before'), tail),
    after: joined(head, marksOf(others, runs, 'add', 'after'), tail),
  };
}

/** What both share at their ends, cut where words end. */
function commonEnds(before: string, after: string): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  while (start > 0 && (isInWord(before, start) || isInWord(after, start))) start -= 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  while (end > 0 && (isInWord(before, before.length - end) || isInWord(after, after.length - end))) end -= 1;
  return { start, end };
}

/** Whether a word would be cut in two at this place. */
const isInWord = (text: string, at: number): boolean =>
  WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');

const whole = (text: string): string[] => (text === '' ? [] : [text]);
const wordsOf = (text: string): string[] => text.match(PARTS) ?? [];

const lengthOf = (words: readonly string[], { before, length }: EditRun): number =>
  words.slice(before, before + length).reduce((sum, word) => sum + word.length, 0);

function marksOf(
  words: readonly string[],
  runs: readonly EditRun[],
  kind: 'remove' | 'add',
  side: 'before' | 'after',
): Mark[] {
  return runs
    .filter((run) => run.kind === 'keep' || run.kind === kind)
    .map((run) => ({
      text: words.slice(run[side], run[side] + run.length).join(''),
      differs: run.kind === kind,
    }));
}

/** Neighbours that are alike become one. */
function joined(head: string, marks: readonly Mark[], tail: string): readonly Mark[] {
  const all: Mark[] = [];
  for (const mark of [{ text: head, differs: false }, ...marks, { text: tail, differs: false }]) {
    const last = all.at(-1);
    if (mark.text === '') continue;
    if (last?.differs === mark.differs) all[all.length - 1] = { ...mark, text: last.text + mark.text };
    else all.push(mark);
  }
  return all;
}

// Surrogates count as letters, so that a pair is never cut in two.
const WORD = /[\p{L}\p{N}\p{M}_\uD800-\uDFFF]/u;
const PARTS = /[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu;
