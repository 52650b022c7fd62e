import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvRow, guardedCell, readCell } from './csv.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '\t', ' ', "'", '=', '-', '1', '.', 'é', '\u202e'),
  }),
);
const number = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
    fc.stringMatching(/^(\.\d{1,20})?([eE][+-]?\d{1,4})?$/),
  )
  .map(([negative, whole, rest]) => ({ number: `${negative ? '-' : ''}${whole}${rest}` }));
const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.constant(null));

const said = (one: Cell): string | null => (one === null || typeof one === 'string' ? one : one.number);

/** As RFC 4180 has it, written from its grammar. */
function parseCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = field.exec(file); match !== null; match = field.exec(file)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('a row of CSV', () => {
  it('is read as the cells that were written', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { maxLength: 4 }), (rows) => {
        const read = parseCsv(rows.map(csvRow).join(''));
        expect(read).toEqual(rows.map((row) => row.map(guardedCell)));
        expect(read.map((row) => row.map(readCell))).toEqual(rows.map((row) => row.map(said)));
      }),
    );
  });

  it('never begins as a formula, except for numbers that a spreadsheet holds', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(guardedCell(one)).not.toMatch(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/);
      }),
    );
    for (const one of [
      '=1+1',
      '+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      '007',
      '2026-03-03',
      '1E5',
    ])
      expect(guardedCell(one)).toBe(`'${one}`);
    for (const one of ['shipped', '12 Main Street', '2026-03-03T14:02:11Z', '/status', 'a=1'])
      expect(guardedCell(one)).toBe(one);
  });

  it('keeps a number one where its double has the same value, and as written everywhere', () => {
    for (const one of ['0', '-5', '899.00', '123456789012345', '1e5', '-0.000001'])
      expect(guardedCell({ number: one })).toBe(one);
    for (const one of ['9007199254740993', '0.1234567890123456', '1e400', '-1234567890123456'])
      expect(guardedCell({ number: one })).toBe(`'${one}`);
    fc.assert(
      fc.property(number, (one) => {
        const written = guardedCell(one);
        // What a double makes of so many digits, written with as many, is the same number.
        if (!written.startsWith("'"))
          expect(digitsOf(Number(written).toPrecision(15))).toBe(digitsOf(written));
      }),
    );
  });
});

/** Sign, digits without zeros around them, and the power of ten: the same for equal numbers. */
function digitsOf(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
