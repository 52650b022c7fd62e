import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalText } from '#core';
import { jsonArbitrary } from '#testing';
import { prettyJson } from './pretty-json.ts';
import { type UpcastLine, upcastLines } from './upcast-lines.ts';

const marked = (lines: readonly UpcastLine[]): string[] =>
  lines.filter(({ differs }) => differs).map(({ text }) => text.trim());

it('marks what an upcaster moved, renamed and split, and nothing that only stands elsewhere', () => {
  const { stored, upcast } = upcastLines(
    '{"total":"EUR 12.50","name":"Ada","lines":[{"sku":"A","price":1.10}],"note":null}',
    '{"customer":{"name":"Ada"},"lines":[{"price":1.10,"sku":"A"}],"note":null,"total":{"amount":12.5}}',
  );
  expect(marked(stored)).toEqual(['"total": "EUR 12.50",', '"name": "Ada",']);
  expect(marked(upcast)).toEqual([
    '"customer": {',
    '"name": "Ada"',
    '},',
    '"total": {',
    '"amount": 12.5',
    '}',
  ]);
});

it('tells an empty array from one with elements, and a number from its other spelling', () => {
  const { stored, upcast } = upcastLines('{"a":[],"n":1.10,"b":[1]}', '{"a":[1],"b":[1,2],"n":1.1}');
  expect(marked(stored)).toEqual(['"a": [],', '"n": 1.10,']);
  expect(marked(upcast)).toEqual(['"a": [', '1', '],', '2', '"n": 1.1']);
});

it('is the text laid out; of the same value no line is marked, of whatever is new each', () => {
  fc.assert(
    fc.property(jsonArbitrary, jsonArbitrary, (one, other) => {
      const [before, after] = [canonicalText(one), canonicalText({ new: other })];
      const lines = upcastLines(before, after).stored.map(({ text }) => text);
      expect(lines.join('\n')).toBe(prettyJson(before));
      expect(marked(upcastLines(before, before).stored)).toEqual([]);
      const added = upcastLines('{}', after).upcast;
      expect(added.every(({ differs }) => differs)).toBe(true);
    }),
  );
});
