/**
 * Whether key and value of a row are in sight whatever the width of their pane. What may have to be cut is clipped by itself, which the
 * browser pays for with every frame.
 */

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
