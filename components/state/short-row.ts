/**
 * What of a row gives way where its pane is narrow. What may have to be cut is clipped by itself, which the browser pays for with every
 * frame.
 *
 * `none`: key and value are in sight whatever the width. `key`: a value that was cut could be taken for another, so the key is. `both`:
 * a long value, of which the beginning is enough.
 */
export type Yielding = 'none' | 'key' | 'both';

/** `isBare`: nothing stands beside key and value. */
export function yieldingOf(
  { level, key, values }: { level: number; key: string; values: readonly string[] },
  isBare: boolean,
): Yielding {
  if (isBare && isShort(level, key, ...values)) return 'none';
  return values.reduce((sum, value) => sum + value.length, 0) <= MOST_WHOLE ? 'key' : 'both';
}

/** Characters of a value, or of what it was and what it is, that stand beside the beginning of a key in the narrowest pane. */
const MOST_WHOLE = 32;

/** Pixels that indent, key and value have in the narrowest pane. */
const ROOM = 190;
const INDENT = 16;
/** Pixels of a character of the font of fixed width. */
const CHARACTER = 7.3;
/** As many characters as there are between two values. */
const BETWEEN = 3;
/** Of one width. */
const PLAIN = /^[\x20-\x7e]*$/;

/** `level` from 1; `values` stand beside each other. */
export function isShort(level: number, key: string, ...values: readonly string[]): boolean {
  const characters = values.reduce((sum, value) => sum + value.length + BETWEEN, key.length - BETWEEN);
  return (
    (level - 1) * INDENT + characters * CHARACTER <= ROOM &&
    key.trim() !== '' &&
    PLAIN.test(key) &&
    values.every((value) => PLAIN.test(value))
  );
}
