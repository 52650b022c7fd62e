/**
 * Where two long texts differ: what they share at both ends, cut at word boundaries, and the middle that changed.
 *
 * It deliberately finds one difference, not the shortest script: one marked stretch reads better in a list than many.
 */
export interface TextDifference {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

export const LONG_TEXT = 40;

/** null: too short, or too little in common for the marking to help. */
export function textDifference(before: string, after: string): TextDifference | null {
  if (Math.min(before.length, after.length) < LONG_TEXT) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  start = wordStart(before, start);
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  end = wordEnd(before, end);
  if (start + end < most / 4) return null;
  return {
    start: before.slice(0, start),
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    end: before.slice(before.length - end),
  };
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && WORD.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let length = from;
  while (length > 0 && WORD.test(text[text.length - length] ?? '')) length -= 1;
  return length;
}

// Surrogates count as letters, so that a pair is never cut in two.
const WORD = /[\p{L}\p{N}\p{M}_\uD800-\uDFFF]/u;
