/**
 * The raw text of a value inside a JSON text: `parse(sliceOf(text, steps)) = resolve(parse(text), steps)`.
 *
 * A payload must come back byte for byte, so a part of a line is cut out of it, never written anew: key order, number
 * spelling, escapes and duplicate keys survive. Of duplicate keys the last counts, as everywhere.
 *
 * It does not check the text: callers hand it valid JSON (RFC 8259), and for anything else the answer means nothing.
 */

/** Raw text of the value that the steps of an RFC 6901 pointer lead to, without surrounding space; undefined: nothing there. */
export function sliceOf(text: string, steps: readonly string[]): string | undefined {
  const span = spanOf(text, steps);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

/** Raw texts of the items of the array that the steps lead to; undefined: no array there. */
export function itemSlicesOf(text: string, steps: readonly string[]): readonly string[] | undefined {
  const span = spanOf(text, steps);
  if (span === undefined || text[span.start] !== '[') return undefined;
  const items: string[] = [];
  let at = skipSpace(text, span.start + 1);
  while (text[at] !== ']') {
    const end = skipValue(text, at);
    items.push(text.slice(at, end));
    at = nextMember(text, end);
  }
  return items;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf(text: string, steps: readonly string[]): Span | undefined {
  let start = skipSpace(text, 0);
  let end = skipValue(text, start);
  for (const step of steps) {
    const found = text[start] === '{' ? memberSpan(text, start, step) : itemSpan(text, start, step);
    if (found === undefined) return undefined;
    ({ start, end } = found);
  }
  return { start, end };
}

/** All members are walked, because a later one of the same name wins. */
function memberSpan(text: string, open: number, name: string): Span | undefined {
  let found: Span | undefined;
  let at = skipSpace(text, open + 1);
  while (text[at] !== '}') {
    const keyEnd = skipString(text, at);
    const start = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const end = skipValue(text, start);
    if (isKey(text, at, keyEnd, name)) found = { start, end };
    at = nextMember(text, end);
  }
  return found;
}

function itemSpan(text: string, open: number, step: string): Span | undefined {
  if (text[open] !== '[' || !/^(?:0|[1-9]\d*)$/.test(step)) return undefined;
  let left = Number(step);
  let at = skipSpace(text, open + 1);
  while (text[at] !== ']') {
    const end = skipValue(text, at);
    if (left === 0) return { start: at, end };
    left -= 1;
    at = nextMember(text, end);
  }
  return undefined;
}

function isKey(text: string, start: number, end: number, name: string): boolean {
  if (end - start - 2 === name.length && text.startsWith(name, start + 1)) {
    return !name.includes('\\');
  }
  const raw = text.slice(start, end);
  return raw.includes('\\') && JSON.parse(raw) === name;
}

/** From the end of a member to the start of the next one, or to the closing bracket. */
function nextMember(text: string, end: number): number {
  const at = skipSpace(text, end);
  return text[at] === ',' ? skipSpace(text, at + 1) : at;
}

function skipValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return skipString(text, start);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipContainer(text, start);
  let at = start;
  while (at < text.length && !endsLiteral(text.charCodeAt(at))) at += 1;
  return at;
}

function skipContainer(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = skipString(text, at);
      continue;
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    at += 1;
    if (depth === 0 || at >= text.length) return at;
  }
}

function skipString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function endsLiteral(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
