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
import { type ExportScope, scopeMembers, scopeWords } from './scope.ts';

export type RowsFormat = Exclude<ExportFormat, 'json-patch'>;

/** Pages of rows, of any length. What they throw is thrown. */
export async function* writeExport<Row>(
  format: RowsFormat,
  shape: ExportShape<Row>,
  scope: ExportScope,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  const writer = writers[format](shape, scope);
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

type WriterOf = <Row>(shape: ExportShape<Row>, scope: ExportScope) => RowWriter<Row>;

const ndjson: WriterOf = (shape, scope) => ({
  head: '',
  row: (row) => `${shape.json(row)}\n`,
  tail: (rows) => `{"export":${JSON.stringify({ ...scopeMembers(scope), rows, complete: true })}}\n`,
});

const json: WriterOf = (shape, scope) => ({
  head: `{"export":${JSON.stringify(scopeMembers(scope))},\n"${shape.member}":[`,
  row: (row, index) => `${index === 0 ? '\n' : ',\n'}${shape.json(row)}`,
  tail: (rows) => `\n],"rows":${rows},"complete":true}\n`,
});

const csv: WriterOf = (shape, scope) => ({
  head: `${BYTE_ORDER_MARK}${csvRow(shape.columns)}`,
  row: (row) => csvRow(shape.cells(row)),
  tail: (rows) => {
    const about: readonly (readonly [string, Cell])[] = [
      ...scopeWords(scope),
      ['rows', { number: String(rows) }],
      ['complete', 'true'],
    ];
    // As wide as the others: RFC 4180 wants the same number of cells in every row.
    const rest: readonly Cell[] = shape.columns.slice(2).map(() => null);
    return about.map(([name, words]) => csvRow([`# ${name}`, words, ...rest])).join('');
  },
});

const markdown: WriterOf = (shape, scope) => ({
  head: `${markdownTitle(scope)}${markdownHead(shape.columns)}`,
  row: (row) => markdownRow(shape.cells(row).map(cellText)),
  tail: (rows) => `\n${rows} ${rows === 1 ? 'row' : 'rows'}; the file is complete.\n`,
});

const writers: Readonly<Record<RowsFormat, WriterOf>> = { ndjson, json, csv, markdown };

function markdownTitle(scope: ExportScope): string {
  const about = scopeWords(scope).map(([name, words]) => markdownRow([name, words]));
  const title = markdownCell(`${scope.entityType} ${scope.entityId}: ${scope.what}`);
  return `# ${title}\n\n${markdownHead(['about', ''])}${about.join('')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : cell.number;
}

/** A state as the JSON that it is. `text` null: the entity did not exist then. */
export function stateDocument(scope: ExportScope, text: string | null, leaves: number): string {
  const about = JSON.stringify(scopeMembers(scope));
  const state = text === null ? '"exists":false' : `"exists":true,\n"state":${text}`;
  return `{"export":${about},\n${state},\n"rows":${leaves},"complete":true}\n`;
}
