import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownLines, shownText } from './shown-text.ts';

describe('text of a log on a terminal', () => {
  test.each([
    ['\u001b[2Jgone', '\\u001B[2Jgone'],
    ['a\nb\tc\r', 'a\\u000Ab\\u0009c\\u000D'],
    ['\u007f\u0085\u009b31m', '\\u007F\\u0085\\u009B31m'],
    ['txt\u202egpj', 'txt\\u202Egpj'],
    ['\u2066\u2069\u061c\u200f', '\\u2066\\u2069\\u061C\\u200F'],
    ['a\u200b\u2060\ufeff\u00ad', 'a\\u200B\\u2060\\uFEFF\\u00AD'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\u{e0041}', '\\uDB40\\uDC41'],
    ['\ud800', '\\uD800'],
  ])('%j is written out', (text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  test('what can be seen stays', () => {
    const text = 'Größe 例 🙂 é “x” → […] \\u001B';
    expect(shownText(text)).toBe(text);
  });

  test('of several lines only the ends stay', () => {
    expect(shownLines('a\u001b\nb\t')).toBe('a\\u001B\nb\\u0009');
  });

  test('JSON text stays the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(shownText(JSON.stringify(text)))).toBe(text);
      }),
    );
  });
});
