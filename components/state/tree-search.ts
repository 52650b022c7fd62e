/** What a search finds: the same pattern says which rows match and which part of their text is marked. Case makes no difference. */
import { visibleString } from '#components/ui/visible-text';
import type { StateNode } from './state-tree.ts';

export interface TextPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** null: nothing is searched for. */
export function searchPattern(text: string): RegExp | null {
  const wanted = text.trim();
  return wanted === '' ? null : new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu');
}

/** By its key as it is shown, its value as it is written, or its whole path. */
export function isMatch(node: StateNode, pattern: RegExp): boolean {
  if (node.path !== '' && pattern.test(visibleString(node.key))) return true;
  if (node.text !== null && pattern.test(node.text)) return true;
  return pattern.exec(node.path)?.[0].length === node.path.length && node.path !== '';
}

/** Law: the parts' texts joined are the text, and what is found in it is a part of its own. */
export function markedParts(text: string, pattern: RegExp | null): readonly TextPart[] {
  if (pattern === null) return [{ text, isFound: false }];
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    if (index > from) parts.push({ text: text.slice(from, index), isFound: false });
    parts.push({ text: found, isFound: true });
    from = index + found.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), isFound: false });
  return parts;
}

/** Characters of a value that a row shows; the strip below the tree shows the whole. */
export const LONGEST = 400;
/** Before what was found in a long text. */
const LEAD = 40;

export interface Excerpt {
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A long value is cut to where it is found, or else to its beginning. */
export function excerptOf(text: string, pattern: RegExp | null): Excerpt {
  if (text.length <= LONGEST) return { text, cutBefore: false, cutAfter: false };
  const found = pattern?.exec(text)?.index ?? 0;
  const from = found < LONGEST - LEAD ? 0 : found - LEAD;
  const end = from + LONGEST;
  return { text: text.slice(from, end), cutBefore: from > 0, cutAfter: end < text.length };
}
