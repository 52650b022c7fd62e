import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownBlanks, shownName } from './shown-blanks.ts';

it.each([
  ['', '""'],
  [' ', '"␣"'],
  ['  name', '"␣␣name"'],
  ['first name ', '"first name␣"'],
  ['\u00A0', '"⍽"'],
  ['\u2003a', '"⟨U+2003⟩a"'],
  ['\t ', '"\t␣"'],
  ['first name', 'first name'],
])('%j reads %s', (text, shown) => {
  expect(shownBlanks(text)).toBe(shown);
});

it('leaves text alone whose ends are seen', () => {
  const seen = fc.string({ unit: 'grapheme' }).map((text) => `a${text}b`);
  fc.assert(
    fc.property(seen, (text) => {
      expect(shownBlanks(text)).toBe(text);
    }),
  );
});

it('never ends in a blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\u00A0', '\u3000', 'a') }), (text) => {
      expect(shownBlanks(text).trim()).toBe(shownBlanks(text));
      expect(shownBlanks(text)).not.toMatch(/^$|^\s|\s$/);
    }),
  );
});

it.each([
  ['a b', 'a b'],
  ['a  b', '"a␣␣b"'],
  [' a  b c ', '"␣a␣␣b c␣"'],
  ['a \u00A0b', '"a␣⍽b"'],
  ['', '""'],
  ['   ', '"␣␣␣"'],
])('%j is the name %s', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

it('tells names apart that differ in their blanks', () => {
  const names = fc.string({ unit: fc.constantFrom(' ', '\u00A0', '\u3000', 'a'), maxLength: 6 });
  fc.assert(
    fc.property(names, names, (one, other) => {
      fc.pre(one !== other && !/^\S(?:\s?\S)*$/u.test(one) && !/^\S(?:\s?\S)*$/u.test(other));
      expect(shownName(one)).not.toBe(shownName(other));
    }),
  );
});
