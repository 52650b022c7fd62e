import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedColumns } from './aligned-columns.ts';

describe('columns on a terminal', () => {
  it('line up, numbers to the right', () => {
    const rows = [
      ['step', 'starts', 'what'],
      ['1', '1,245', 'OrderPlaced'],
      ['2', '7', 'no OrderPaid'],
    ];
    expect(alignedColumns(rows, new Set([0, 1]))).toEqual([
      'step  starts  what',
      '   1   1,245  OrderPlaced',
      '   2       7  no OrderPaid',
    ]);
  });

  it('begin at one place in every line, whatever stands in them', () => {
    const cell = fc.string({ unit: 'grapheme-composite' });
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const lines = alignedColumns([['name', '|'], ...cells.map((text) => [text, '|'])]);
        expect(new Set(lines.map((line) => [...line].lastIndexOf('|'))).size).toBe(1);
      }),
    );
  });

  it('hide nothing that could move the cursor', () => {
    expect(alignedColumns([['a\tb', 'c\n']])).toEqual(['a\\u0009b  c\\u000A']);
  });
});
