/**
 * Whether key and value of a row are in sight whatever the width of their pane. What may have to be cut is clipped by itself, which the
 * browser pays for with every frame.
 */

/** Pixels that indent, key and value have in the narrowest pane. */
const ROOM = 190;
const INDENT = 16;
/** Pixels of a character of the font of fixed width. */
const CHARACTER = 7.3;
/** Of one width. */
const PLAIN = /^[\x20-\x7e]*$/;

/** `level` from 1. */
export function isShort(level: number, key: string, value: string): boolean {
  return (
    (level - 1) * INDENT + (key.length + value.length) * CHARACTER <= ROOM &&
    key.trim() !== '' &&
    PLAIN.test(key) &&
    PLAIN.test(value)
  );
}
