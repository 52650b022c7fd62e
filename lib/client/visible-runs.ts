/**
 * Text as runs, with every character that would be invisible or would reorder its neighbours set apart by a name.
 *
 * Law: the runs' texts joined are the input. Ordinary spaces, letters and emoji stay as they are.
 */
export interface TextRun {
  readonly text: string;
  /** What to show instead, such as `U+202E`; null: show the text itself. */
  readonly name: string | null;
}

/** Nothing in it has to be shown by a name. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

export function visibleRuns(text: string): readonly TextRun[] {
  // Most text is plain, and the long look costs more than all the rest of a row.
  if (PLAIN.test(text)) return [{ text, name: null }];
  const runs: TextRun[] = [];
  let plainFrom = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > plainFrom) runs.push({ text: text.slice(plainFrom, match.index), name: null });
    runs.push({ text: match[0], name: nameOf(match[0]) });
    plainFrom = match.index + match[0].length;
  }
  if (plainFrom < text.length || runs.length === 0) runs.push({ text: text.slice(plainFrom), name: null });
  return runs;
}

/** The same in one string, for titles and labels: `a⟨U+202E⟩b`. */
export function visibleString(text: string): string {
  if (PLAIN.test(text)) return text;
  return visibleRuns(text)
    .map((run) => (run.name === null ? run.text : `⟨${run.name}⟩`))
    .join('');
}

const PLAIN = /^[ -~]*$/;

// Controls, unpaired surrogates, format characters (bidirectional marks, zero widths, tags) and line separators. The
// joiner inside an emoji sequence and the variation selectors are left alone: they are part of what is seen.
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D/gu;

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return SHORT.get(code) ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const SHORT = new Map([
  [0x00, 'NUL'],
  [0x09, 'TAB'],
  [0x0a, 'LF'],
  [0x0d, 'CR'],
  [0x1b, 'ESC'],
  [0x7f, 'DEL'],
]);
