/**
 * Words from a log as a terminal may show them. What cannot be seen, or would move the cursor, recolour or reorder what stands around it,
 * is written out as `\uXXXX`: an id must not be able to forge a line of ours.
 */

/** Controls (C0, C1, DEL), format characters (bidirectional, zero-width, tags), line separators and unpaired surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line or one part of it: line ends and tabs are written out too. */
export function shownText(text: string): string {
  return text.replace(UNSEEN, (character) =>
    Array.from({ length: character.length }, unitAt(character)).join(''),
  );
}

const unitAt = (character: string) => (_: unknown, index: number) =>
  `\\u${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text of several lines, whose line ends are ours. */
export function shownLines(text: string): string {
  return text.split('\n').map(shownText).join('\n');
}
