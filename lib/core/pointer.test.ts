import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#testing';
import { setOwn } from './json/value.ts';
import { comparePaths, formatPointer, parsePointer, resolvePointer } from './pointer.ts';

describe('laws', () => {
  test('any steps survive being written and read', () => {
    fc.assert(
      fc.property(fc.array(textArbitrary), (steps) => {
        expect(parsePointer(formatPointer(steps))).toEqual({ ok: true, value: steps });
      }),
    );
  });

  test('a pointer resolves to what was put there, whatever the key', () => {
    fc.assert(
      fc.property(textArbitrary, textArbitrary, (outer, inner) => {
        const below: Record<string, string> = {};
        setOwn(below, inner, 'here');
        const document: Record<string, typeof below> = {};
        setOwn(document, outer, below);
        expect(resolvePointer(document, [outer, inner])).toBe('here');
      }),
    );
  });

  test('the order of paths is total', () => {
    fc.assert(
      fc.property(textArbitrary, textArbitrary, (a, b) => {
        expect(comparePaths(a, b)).toBe(0 - comparePaths(b, a));
        expect(comparePaths(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

test('the order is by UTF-16 unit, so a pair comes before U+FFFD', () => {
  expect(['/\ufffd', '/a/10', '/\u{1f600}', '/a/2', '/a'].sort(comparePaths)).toEqual([
    '/a',
    '/a/10',
    '/a/2',
    '/\u{1f600}',
    '/\ufffd',
  ]);
});

test.each([
  ['a', '0'],
  ['/a~', '2'],
  ['/a/~2', '3'],
])('refuses %j at offset %s', (text, place) => {
  expect(parsePointer(text)).toMatchObject({ ok: false, error: { code: 'CS-106', place } });
});

test.each([
  ['/toString'],
  ['/__proto__'],
  ['/list/length'],
  ['/list/-'],
  ['/list/00'],
  ['/list/1e0'],
  ['/text/0'],
])('nothing is at %s', (text) => {
  const steps = parsePointer(text);
  expect(steps.ok && resolvePointer({ list: [1, 2], text: 'abc' }, steps.value)).toBeUndefined();
});
