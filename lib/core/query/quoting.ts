/** When a text needs quotes. Law: what is written here reads back as the same text, and as nothing else. */
import { exactValueOf } from './exact-value.ts';
import type { Pattern } from './query.ts';
import { inQuotes } from './trouble.ts';

/** The pieces with stars between them. */
export function patternText({ pieces }: Pattern, write = nameText): string {
  const isExact = pieces.length === 1;
  return pieces.map((piece) => (piece === '' && !isExact ? '' : write(piece))).join('*');
}

/** A name, where it stands behind a colon. */
export function nameText(text: string): string {
  return BARE.test(text) ? text : inQuotes(text);
}

/** The type of an entity, which the first slash outside of quotes ends. */
export function entityTypeText(text: string): string {
  return text.includes('/') ? inQuotes(text) : nameText(text);
}

/** A value that is only text: in quotes too where it would be read as a number, a boolean or null. */
export function exactText(text: string): string {
  return exactValueOf(text).kind === 'text' ? nameText(text) : inQuotes(text);
}

/** A word or phrase that is looked for, where it stands alone. */
export function wordText(text: string): string {
  return WORD.test(text) && !SIGNS.has(text) ? text : inQuotes(text);
}

/** Beside letters and digits only what means nothing to the language, and no blanks or controls of any alphabet. */
const BARE = /^(?:[\w./@+~#-]|[^\s -~\p{Cc}])+$/u;
const WORD = /^(?:\w|[^\s -~\p{Cc}])+$/u;
const SIGNS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);
