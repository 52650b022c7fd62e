import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderText } from '#core';
import { diffGroups, diffRows } from './diff-groups.ts';
import { textDifference } from './text-difference.ts';

const entry = (path: string) => ({ path, before: null, after: '1', ordinal: 3 });

describe('diff groups', () => {
  it('put fields under their container, the root first and without a heading', () => {
    const rows = diffRows(diffGroups([entry('/customer/name'), entry('/lines/0/qty'), entry('/status')]));
    expect(rows.map((row) => (row.kind === 'group' ? `${row.path} (${row.count})` : row.name))).toEqual([
      'status',
      '/customer (1)',
      'name',
      '/lines/0 (1)',
      'qty',
    ]);
  });

  it('put fields of an element under its key, and its order under the array', () => {
    const order = {
      ...entry('/lines'),
      before: orderText({ by: 'id', keys: ['A', 2] }),
      after: orderText({ by: 'id', keys: [2, 'A'] }),
    };
    const rows = diffRows(diffGroups([order, entry('/lines/~:2/qty'), entry('/lines/~=A')]));
    expect(rows.map((row) => (row.kind === 'group' ? row.path : `${row.name}=${row.entry.after}`))).toEqual([
      'lines=[2, A]',
      '/lines/~:2',
      'qty=1',
      '/lines',
      'A=1',
    ]);
  });

  it('have nothing to say of no difference, and name the whole value', () => {
    expect(diffRows(diffGroups([]))).toEqual([]);
    expect(diffRows(diffGroups([entry('')])).map((row) => row.kind === 'entry' && row.name)).toEqual(['']);
  });
});

describe('textDifference', () => {
  it('marks whole words', () => {
    const lead = 'The parcel was handed over to the courier in ';
    expect(textDifference(`${lead}Prague on Monday.`, `${lead}Prostějov on Monday.`)).toEqual({
      start: lead,
      before: 'Prague',
      after: 'Prostějov',
      end: ' on Monday.',
    });
  });

  it('leaves short or unlike texts alone', () => {
    expect(textDifference('short', 'sharp')).toBeNull();
    expect(textDifference('a'.repeat(50), 'b'.repeat(50))).toBeNull();
  });

  it('gives both texts back', () => {
    const near = fc.tuple(
      fc.string({ minLength: 30 }),
      fc.string(),
      fc.string(),
      fc.string({ minLength: 30 }),
    );
    fc.assert(
      fc.property(near, ([head, one, other, tail]) => {
        const found = textDifference(head + one + tail, head + other + tail);
        if (found === null) return;
        expect(found.start + found.before + found.end).toBe(head + one + tail);
        expect(found.start + found.after + found.end).toBe(head + other + tail);
      }),
    );
  });
});
