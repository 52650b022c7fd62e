/**
 * Words as free text is looked for: runs of characters other than ASCII controls, blanks and ASCII punctuation. So any character beyond ASCII
 * is part of a word, and only the ASCII letters are alike in either case; a store can do the same without knowing languages.
 */
import type { TextTerm } from './query.ts';

/** In the order of the text, with small ASCII letters. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(WORDS) ?? [];
}

/** Whether the text holds it, between borders of words. */
export function hasText(text: string, term: TextTerm): boolean {
  const [within, sought] = [folded(text), folded(term.text)];
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + 1)) {
    if (isBorder(within, at) && (term.isPrefix || isBorder(within, at + sought.length))) return true;
  }
  return false;
}

function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Anywhere but between two units of one word. */
function isBorder(text: string, at: number): boolean {
  return !(isWordUnit(text.charAt(at - 1)) && isWordUnit(text.charAt(at)));
}

const isWordUnit = (unit: string) => WORD_UNIT.test(unit);

const WORD_UNIT = /[a-zA-Z0-9\u{80}-\u{10ffff}]/u;
const WORDS = /[a-zA-Z0-9\u{80}-\u{10ffff}]+/gu;
