import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, exportFileName } from './file-name.ts';

const parts = {
  type: 'order',
  id: '4711',
  what: 'diff',
  format: 'csv',
  axis: 'recorded',
  from: 790,
  to: 812,
  filtered: false,
} as const;

describe('the name of a file', () => {
  it('says which question it answers', () => {
    expect(exportFileName(parts)).toBe('order-4711-diff-790-812-recorded.csv');
    expect(exportFileName({ ...parts, what: 'state', format: 'json', from: null })).toBe(
      'order-4711-state-812-recorded.json',
    );
    expect(exportFileName({ ...parts, what: 'events', format: 'ndjson', filtered: true })).toBe(
      'order-4711-events-790-812-recorded-filtered.ndjson',
    );
    expect(exportFileName({ ...parts, format: 'json-patch' })).toMatch(/\.patch\.json$/);
  });

  it('is one that every file system takes, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (type, id) => {
        const name = exportFileName({ ...parts, type, id });
        expect(name).toMatch(/^[\p{L}\p{N}\p{M}._-]+$/u);
        expect(name).not.toMatch(/^(\.|(con|prn|aux|nul|com\d|lpt\d)\.)/i);
        expect(new TextEncoder().encode(name).length).toBeLessThan(512);
      }),
    );
    expect(exportFileName({ ...parts, type: 'con.x', id: '../../etc/passwd' })).toBe(
      '_con.x-.._.._etc_passwd-diff-790-812-recorded.csv',
    );
  });

  it('comes back from its header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(/^[ -~]*$/);
        const extended = /filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]*)$/.exec(header)?.[1];
        const plain = /filename="([^"\\]*)"/.exec(header)?.[1];
        expect(extended === undefined ? plain : decodeURIComponent(extended)).toBe(name);
      }),
    );
  });
});
