/**
 * Rows of an export as a file, piece by piece: however many there are, only one page of them is in memory.
 *
 * Every file says what it is about and ends with how many rows it has and that it is complete, so that a file that was cut off can be
 * told from a whole one: NDJSON on a last line of its own, JSON in its last members, CSV in rows that begin with `#`, Markdown in
 * its last line.
 */
import { BYTE_ORDER_MARK, type Cell, csvRow } from './csv.ts';
import type { ExportFormat } from './formats.ts';
import { markdownCell, markdownHead, markdownRow } from './markdown.ts';
import type { ExportShape } from './rows.ts';
import type { ExportAbout } from './scope.ts';

export type RowsFormat = Exclude<ExportFormat, 'json-patch'>;

/** Pages of rows, of any length. What they throw is thrown. */
export async function* writeExport<Row>(
  format: RowsFormat,
  shape: ExportShape<Row>,
  about: ExportAbout,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  const writer = writers[format](shape, about);
  yield writer.head;
  let rows = 0;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield page.map((row, index) => writer.row(row, rows + index)).join('');
    rows += page.length;
  }
  yield writer.tail(rows);
}

interface RowWriter<Row> {
  readonly head: string;
  row(row: Row, index: number): string;
  tail(rows: number): string;
}

type WriterOf = <Row>(shape: ExportShape<Row>, about: ExportAbout) => RowWriter<Row>;

const ndjson: WriterOf = (shape, about) => ({
  head: '',
  row: (row) => `${shape.json(row)}\n`,
  tail: (rows) => `{"export":${JSON.stringify({ ...about.members, rows, complete: true })}}\n`,
});

const json: WriterOf = (shape, about) => ({
  head: `{"export":${JSON.stringify(about.members)},\n"${shape.member}":[`,
  row: (row, index) => `${index === 0 ? '\n' : ',\n'}${shape.json(row)}`,
  tail: (rows) => `\n],"rows":${rows},"complete":true}\n`,
});

const csv: WriterOf = (shape, about) => ({
  head: `${BYTE_ORDER_MARK}${csvRow(shape.columns)}`,
  row: (row) => csvRow(shape.cells(row)),
  tail: (rows) => {
    const ending: readonly (readonly [string, Cell])[] = [
      ...about.words,
      ['rows', { number: String(rows) }],
      ['complete', 'true'],
    ];
    // As wide as the others: RFC 4180 wants the same number of cells in every row.
    const rest: readonly Cell[] = shape.columns.slice(2).map(() => null);
    return ending.map(([name, words]) => csvRow([`# ${name}`, words, ...rest])).join('');
  },
});

const markdown: WriterOf = (shape, about) => ({
  head: `${markdownTitle(about)}${markdownHead(shape.columns)}`,
  row: (row) => markdownRow(shape.cells(row).map(cellText)),
  tail: (rows) => `\n${rows} ${rows === 1 ? 'row' : 'rows'}; the file is complete.\n`,
});

const writers: Readonly<Record<RowsFormat, WriterOf>> = { ndjson, json, csv, markdown };

function markdownTitle({ title, words }: ExportAbout): string {
  const rows = words.map(([name, said]) => markdownRow([name, said]));
  return `# ${markdownCell(title)}\n\n${markdownHead(['about', ''])}${rows.join('')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : cell.number;
}

/** A state as the JSON that it is. `text` null: the entity did not exist then. */
export function stateDocument(about: ExportAbout, text: string | null, leaves: number): string {
  const members = JSON.stringify(about.members);
  const state = text === null ? '"exists":false' : `"exists":true,\n"state":${text}`;
  return `{"export":${members},\n${state},\n"rows":${leaves},"complete":true}\n`;
}
