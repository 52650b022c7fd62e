import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownCell, markdownRow, textOfCell } from './markdown.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('|', '\\', '\n', '\r', '`', '<', '&', '#', '3', '2', ';', ' ', 'u', '0', '\u202e'),
  }),
);

describe('a cell of a Markdown table', () => {
  it('says all that went in', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(textOfCell(markdownCell(one))).toBe(one);
      }),
    );
  });

  it('never breaks its table', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        const row = markdownRow(cells);
        expect(row.match(/[\n\r\v\f\u2028\u2029]/g)).toEqual(['\n']);
        // Bars that no backslash stands before (pairs of backslashes say themselves) are those of the table.
        expect(row.replace(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(cells.length + 1);
      }),
    );
  });

  it('shows what would not be seen, and obeys neither Markdown nor HTML', () => {
    expect(markdownCell('a\u202eb')).toBe('a\\\\u202eb');
    expect(markdownCell('a|b\n<b>*x*</b>')).toBe('a\\|b\\\\u000a\\<b\\>\\*x\\*\\</b\\>');
    expect(markdownCell(' x ')).toBe('&#32;x&#32;');
  });
});
