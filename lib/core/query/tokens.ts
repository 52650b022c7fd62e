/**
 * The text cut into words, signs and parentheses. It cuts any text: what the pieces mean, and whether they may stand where they stand, is for
 * others to say. Linear in the length of the text.
 *
 * Blanks of any kind (`\s`) part words. Quotes may stand anywhere in a word (`entity:order/"no 1"`); in them only `\"` and `\\` are escapes,
 * outside of them `\*`, `\"` and `\\`. Any other backslash is one, so that `DOMAIN\user` needs no quotes.
 */
import { Word } from './word.ts';

export type Token = WordToken | SignToken;

export interface WordToken {
  readonly kind: 'word';
  readonly word: Word;
  readonly from: number;
  readonly to: number;
  /** Where the quote stands that nothing closes; else null. */
  readonly openQuote: number | null;
}

export interface SignToken {
  readonly kind: '(' | ')' | '-' | 'NOT' | 'AND' | 'OR';
  readonly from: number;
  readonly to: number;
}

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (isBlank(unit)) at += 1;
    else if (unit === '(' || unit === ')' || unit === '-') {
      tokens.push({ kind: unit, from: at, to: at + 1 });
      at += 1;
    } else {
      const token = wordAt(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

export function isBlank(unit: string): boolean {
  return /\s/.test(unit);
}

function wordAt(text: string, from: number): Token {
  const places: number[] = [];
  const bare: boolean[] = [];
  let said = '';
  let openQuote: number | null = null;
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (openQuote === null && (isBlank(unit) || unit === '(' || unit === ')')) break;
    if (unit === '"') {
      openQuote = openQuote === null ? at : null;
      continue;
    }
    const isEscape = unit === '\\' && isEscaped(text.charAt(at + 1), openQuote !== null);
    if (isEscape) at += 1;
    said += text.charAt(at);
    places.push(at);
    bare.push(openQuote === null && !isEscape);
  }
  const word = new Word(said, places, bare, from, at);
  const sign = word.isPlain ? SIGNS.get(said) : undefined;
  if (sign !== undefined) return { kind: sign, from, to: at };
  return { kind: 'word', word, from, to: at, openQuote };
}

function isEscaped(unit: string, isQuoted: boolean): boolean {
  return unit === '"' || unit === '\\' || (unit === '*' && !isQuoted);
}

const SIGNS: ReadonlyMap<string, SignToken['kind']> = new Map([
  ['NOT', 'NOT'],
  ['AND', 'AND'],
  ['OR', 'OR'],
]);
