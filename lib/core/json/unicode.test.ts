import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#testing';
import { decodeUtf8 } from './decode-utf8.ts';
import { placeOf } from './place.ts';
import { isWellFormed, utf8Length } from './unicode.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('laws', () => {
  test('utf8Length is the length of the encoding', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        expect(utf8Length(text)).toBe(bytesOf(text).length);
      }),
    );
  });

  test('a text is well formed exactly when its encoding gives it back', () => {
    fc.assert(
      fc.property(textArbitrary, (text) => {
        const decoded = decodeUtf8(bytesOf(text));
        expect(decoded.ok && decoded.value === text).toBe(isWellFormed(text));
      }),
    );
  });

  test('bytes are decoded exactly or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const decoded = decodeUtf8(bytes);
        if (decoded.ok) expect([...bytesOf(decoded.value)]).toEqual([...bytes]);
        else expect(decoded.error.code).toBe('CS-100');
      }),
    );
  });
});

test.each([
  [[0x61, 0x0a, 0xc3, 0xa9, 0xff, 0x61], '2:2', 4],
  [[0x61, 0xe2, 0x82], '1:2', 1],
  [[0xff, 0xfe], '1:1', 0],
])('refuses %j at %s', (bytes, place, offset) => {
  const message = `The bytes are not UTF-8 from byte offset ${offset} on.`;
  expect(decodeUtf8(new Uint8Array(bytes))).toEqual({ ok: false, error: { code: 'CS-100', message, place } });
});

test('keeps a byte order mark, for without it the bytes would not come back', () => {
  expect(decodeUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]))).toEqual({ ok: true, value: '\ufeff1' });
});

test('a place is line and column from 1, the line feed being the last of its line', () => {
  const text = 'ab\n\ncd';
  expect([0, 2, 3, 4, 6].map((offset) => placeOf(text, offset))).toEqual(['1:1', '1:3', '2:1', '3:1', '3:3']);
});
