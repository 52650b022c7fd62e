import { expect, it } from 'vitest';
import { valueText } from './value-words.ts';

it.each([
  ['"text"', 'text'],
  ['""', 'empty text'],
  ['"  "', '"␣␣"'],
  ['" kept"', ' kept'],
  ['[1,"a"]', '[1,"a"]'],
  ['{"amount":12.10,"currency":"EUR"}', '{amount: 12.10, currency: EUR}'],
  ['{"a b":{"c":[]},"d":[{"e":null}]}', '{a b: {c: []}, d: [{e: null}]}'],
  ['{"n":"12","t":"true","c":"a, b","":" x"}', '{n: "12", t: "true", c: "a, b", "": " x"}'],
])('%s reads %s', (json, text) => {
  expect(valueText(json)).toBe(text);
});
