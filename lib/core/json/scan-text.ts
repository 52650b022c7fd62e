/**
 * One pass over a JSON text, before it is parsed: is it within bounds, and does every number print as it is written?
 *
 * Law: for a valid document `outOfBounds` holds exactly when parseJson refuses its depth or its keys. It does not check
 * the grammar: of a text that is no JSON it may say anything, for then the parsers refuse it anyway.
 */
import type { Bounds } from '../limits.ts';

export type TextScan = 'plain' | 'literals' | 'outOfBounds';

export function scanText(text: string, bounds: Bounds): TextScan {
  let depth = 0;
  let keys = 0;
  let plain = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = closingQuote(text, at);
    } else if (unit === COLON) {
      keys += 1;
      if (keys > bounds.keys) return 'outOfBounds';
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      depth += 1;
      if (depth > bounds.depth) return 'outOfBounds';
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth -= 1;
    } else if (unit === MINUS || isDigit(unit)) {
      const end = numberEnd(text, at + 1);
      plain &&= printsAsWritten(text, at, end);
      at = end - 1;
    }
  }
  return plain ? 'plain' : 'literals';
}

const QUOTE = 0x22;
const MINUS = 0x2d;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** The quote that no odd run of backslashes escapes; the end of the text where there is none. */
function closingQuote(text: string, open: number): number {
  for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - 1 - before) % 2 === 0) return quote;
  }
  return text.length;
}

/** Digits, `.`, `e`, `E`, `+` and `-`: all that a number may hold and nothing that may follow it. */
function numberEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit) && unit !== 0x2e && (unit | 0x20) !== 0x65 && unit !== 0x2b && unit !== MINUS) break;
  }
  return at;
}

function printsAsWritten(text: string, start: number, end: number): boolean {
  if (isShortInteger(text, start, end)) return true;
  const literal = text.slice(start, end);
  return String(Number(literal)) === literal;
}

/** Most numbers are, and need no detour over a double: up to 15 digits, no zero in front, no sign. */
function isShortInteger(text: string, start: number, end: number): boolean {
  if (end - start > 15 || (end - start > 1 && text.charCodeAt(start) === 0x30)) return false;
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}
