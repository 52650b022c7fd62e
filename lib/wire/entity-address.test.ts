import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeId, encodeId, entityApiPath, entityPath, unguardId } from './entity-address.ts';

const ODD = [
  '',
  '.',
  '..',
  '~',
  '~~',
  '~.',
  '/',
  '//',
  'a/b',
  '%2F',
  '%',
  '\\',
  '?',
  '#',
  ' ',
  '+',
  'é',
  '𝄞',
  '‮abc',
  '\u0001',
  '__proto__',
  '..;/',
  'ß',
  '中文',
];

describe('ids in URLs', () => {
  it('come back as they were, whatever they are', () => {
    const check = (id: string): void => {
      expect(decodeId(encodeId(id))).toBe(id);
    };
    ODD.forEach(check);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check));
  });

  it('never make a segment that a browser or server would drop or resolve', () => {
    const check = (id: string): void => {
      expect(encodeId(id)).not.toMatch(/^(\.{0,2})$|[/?#\\]/);
    };
    ODD.forEach(check);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check));
  });

  it('survive the URL parser and the decoding that a route handler does', () => {
    const check = (id: string) => {
      const { pathname } = new URL(entityApiPath('type', id), 'http://127.0.0.1');
      const last = pathname.split('/').at(-1) ?? '';
      expect(unguardId(decodeURIComponent(last))).toBe(id);
    };
    ODD.forEach(check);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check));
  });

  it('says so when a segment is not percent-encoded UTF-8', () => {
    expect(decodeId('%ff')).toBeNull();
  });

  it('names the namespace only when it is not main', () => {
    expect(entityPath('order', '4711')).toBe('/entities/order/4711');
    expect(entityPath('order', '4711', 'demo & co')).toBe('/entities/order/4711?ns=demo%20%26%20co');
  });
});
