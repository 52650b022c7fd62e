/**
 * Comma-separated values (RFC 4180) that a spreadsheet neither runs nor rounds.
 *
 * A cell that a spreadsheet would take for something else than what it says gets an apostrophe in front: text that begins as a formula
 * does (OWASP, "CSV Injection"), text that consists of digits and signs only and would become a number or a date, a number with more
 * digits than a double holds, text that begins with an apostrophe itself, and empty text, which would be taken for none. So the rule can be
 * taken back by everybody: a cell that begins with an apostrophe is what follows it, and an empty one is nothing.
 *
 * Law: readCell(guardedCell(cell)) is what the cell says; and what a reader of RFC 4180 finds in csvRow is what guardedCell wrote.
 */

/** null: there is none. `number`: JSON text of a number, which stays one where a double holds it. */
export type Cell = string | null | { readonly number: string };

/** In front of the first row, so that spreadsheets read UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One row with its line end. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(guardedCell(cell))).join(',')}\r\n`;
}

/** The text that stands in the file, before it is quoted. */
export function guardedCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return FORMULA.test(cell) || ONLY_DIGITS.test(cell) ? `'${cell}` : cell;
  return isHeld(cell.number) ? cell.number : `'${cell.number}`;
}

/** What a cell of the file says; null: nothing. */
export function readCell(written: string): string | null {
  if (written === '') return null;
  return written.startsWith("'") ? written.slice(1) : written;
}

/** Empty text belongs to it. Spaces in front do not keep every spreadsheet from looking; the wide forms are what some of them take for the narrow ones. */
const FORMULA = /^(?:$|'|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/;

const ONLY_DIGITS = /^\s*[.,\d][\d\s.,:/%eE+-]*$/;

const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** So many digits come back from a double as they were, whichever they are; and no exponent comes near its end. */
const HELD_DIGITS = 15;
const HELD_EXPONENT = 250;

function isHeld(number: string): boolean {
  const [matched, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(number) ?? [];
  if (matched === undefined) return false;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  return (
    digits.length <= HELD_DIGITS &&
    fraction.length < HELD_EXPONENT &&
    Math.abs(Number(exponent)) < HELD_EXPONENT
  );
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
