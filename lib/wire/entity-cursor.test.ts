import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './entity-cursor.ts';

const ODD = [
  '',
  '.',
  '..',
  '~',
  '/',
  '","',
  '\\"',
  '%2F',
  '+',
  ' ',
  '\u0001',
  'é',
  '𝄞',
  '\u202eabc',
  '__proto__',
  '中文',
];
const id = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

describe('the place behind which a page begins', () => {
  it('comes back as it was, whatever the ids are', () => {
    const check = (entityType: string, entityId: string): void => {
      const cursor = encodeCursor({ entityType, entityId });
      expect(decodeCursor(cursor)).toEqual({ ok: true, value: { entityType, entityId } });
      expect(encodeURIComponent(cursor)).toBe(cursor);
    };
    for (const type of ODD) for (const other of ODD) check(type, other);
    fc.assert(fc.property(id, id, check));
  });

  it('is the only text for its place, so that what was altered is refused', () => {
    const cursor = encodeCursor({ entityType: 'order', entityId: '4711' });
    for (const altered of [
      '',
      ` ${cursor}`,
      `${cursor}=`,
      cursor.slice(0, -1),
      cursor.slice(1),
      `${cursor}A`,
    ]) {
      expect(decodeCursor(altered), altered).toMatchObject({ ok: false, error: { code: 'CS-116' } });
    }
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        const read = decodeCursor(text);
        if (read.ok) expect(encodeCursor(read.value)).toBe(text);
      }),
    );
  });

  it.each([
    '[]',
    '["order"]',
    '["order",4711]',
    '["order","1","2"]',
    '{"0":"a","1":"b","length":2}',
    '["order","\\u0000"]',
    '["order","\\ud800"]',
    '["order", "4711"]',
    `["order","${'x'.repeat(513)}"]`,
  ])('is refused where it says %s', (json) => {
    expect(decodeCursor(Buffer.from(json).toString('base64url'))).toMatchObject({ ok: false });
  });
});
