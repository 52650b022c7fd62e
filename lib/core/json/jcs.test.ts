import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textArbitrary } from '#testing';
import { jcs } from './jcs.ts';
import { isWellFormed } from './unicode.ts';
import { NumberLiteral } from './value.ts';

test('a flat object of texts has a form exactly when all its texts are well formed, and JSON.parse reads it back', () => {
  fc.assert(
    fc.property(fc.dictionary(textArbitrary, textArbitrary), (object) => {
      const form = jcs(object);
      expect(form.ok).toBe(Object.entries(object).flat().every(isWellFormed));
      if (form.ok)
        expect(Object.entries(JSON.parse(form.value)).sort()).toEqual(Object.entries(object).sort());
    }),
  );
});

test.each([
  [['\ud800']],
  [{ 'a\udc00b': 1 }],
  [{ a: [{ b: '\udc00\ud800' }] }],
  [new NumberLiteral('1E400')],
])('refuses %j', (value) => {
  expect(jcs(value)).toMatchObject({ ok: false, error: { code: 'CS-109' } });
});

test('numbers are written as the nearest double', () => {
  expect(jcs([new NumberLiteral('1.10'), new NumberLiteral('1e2'), 1e21])).toEqual({
    ok: true,
    value: '[1.1,100,1e+21]',
  });
});

test('an own __proto__ key is written like any other', () => {
  expect(jcs(JSON.parse('{"b":1,"__proto__":{"c":2}}'))).toEqual({
    ok: true,
    value: '{"__proto__":{"c":2},"b":1}',
  });
});
