/**
 * Tables of Markdown (GitHub's) that no text can break, and that show what would be invisible.
 *
 * A character that is not seen or that reorders its neighbours is written as JSON escapes it (`\u202e`), and so is the backslash itself;
 * every sign that Markdown or HTML might read is escaped. Law: textOfCell(markdownCell(text)) = text for every text, and a cell has neither a
 * line break nor a bar of its own.
 */

export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(' | ')} |\n`;
}

/** A head and the line under it. */
export function markdownHead(columns: readonly string[]): string {
  return `${markdownRow(columns)}|${columns.map(() => '---').join('|')}|\n`;
}

/** Text in one line, as a cell or behind the signs of a heading. */
export function markdownCell(text: string): string {
  return shownText(text)
    .replace(SIGNS, '\\$&')
    .replace(/^ +| +$/g, (spaces) => '&#32;'.repeat(spaces.length));
}

/** What went into the cell. */
export function textOfCell(cell: string): string {
  const shown = cell.replaceAll('&#32;', ' ').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return shown.replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, code?: string) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const SIGNS = /[\\`*_{}[\]<>()#+\-.!|~&:@$]/g;

const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\\\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

function shownText(text: string): string {
  return text.replace(UNSEEN, (character) =>
    character === '\\'
      ? '\\\\'
      : character
          .split('')
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
