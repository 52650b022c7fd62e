/**
 * Bytes to text, exactly or not at all: encoding the text again gives the same bytes.
 *
 * A byte order mark is kept as U+FEFF, because dropping it would not give the bytes back. What it deliberately does not
 * do: guess other encodings.
 */
import { fail, ok, type Result } from '../result.ts';
import { placeOf } from './place.ts';
import { utf8Length } from './unicode.ts';

/** Fails with CS-100 at the first byte that is not UTF-8; the place is `line:column`, the message has the byte offset. */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  const text = decode(bytes, false);
  if (text !== null) return ok(text);
  const before = validStart(bytes);
  const offset = utf8Length(before);
  return fail(
    'CS-100',
    `The bytes are not UTF-8 from byte offset ${offset} on.`,
    placeOf(before, before.length),
  );
}

/**
 * The longest start that is whole characters. TextDecoder tells that something is wrong but not where, so halve: a
 * start that ends inside a character is still fine while streaming, and one bad byte spoils every longer start.
 */
function validStart(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decode(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return decode(bytes.subarray(0, good), true) ?? '';
}

function decode(bytes: Uint8Array, stream: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}
