/**
 * One JSON string literal, from its opening quote (RFC 8259 section 7). Unpaired surrogates are ordinary units here.
 */
export type StringRead =
  | { readonly value: string; readonly at: number }
  | { readonly value: undefined; readonly at: number; readonly expected: string };

/** `at` is the place behind the closing quote, or the offending unit with what should stand there. */
export function readString(text: string, start: number): StringRead {
  let value = '';
  let plainFrom = start + 1;
  for (let at = plainFrom; ; ) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return { value: value + text.slice(plainFrom, at), at: at + 1 };
    if (Number.isNaN(unit)) return { value: undefined, at, expected: 'a closing quote' };
    if (unit < 0x20) return { value: undefined, at, expected: 'an escape, not a raw control character' };
    if (unit !== BACKSLASH) {
      at += 1;
      continue;
    }
    value += text.slice(plainFrom, at);
    const escaped = readEscape(text, at + 1);
    if (escaped.value === undefined) return escaped;
    value += escaped.value;
    at = escaped.at;
    plainFrom = at;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const FOUR_HEX = /^[0-9a-fA-F]{4}$/;

function readEscape(text: string, at: number): StringRead {
  const letter = text.charAt(at);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, at: at + 1 };
  if (letter !== 'u') return { value: undefined, at, expected: 'one of "\\/bfnrtu behind the backslash' };
  const hex = text.slice(at + 1, at + 5);
  if (!FOUR_HEX.test(hex)) return { value: undefined, at: at + 1, expected: 'four hexadecimal digits' };
  return { value: String.fromCharCode(Number.parseInt(hex, 16)), at: at + 5 };
}
