import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonArbitrary, literalArbitrary, textArbitrary } from '#testing';
import { canonicalText } from './canonical-text.ts';
import { equalJson } from './equal-json.ts';
import { literalOf, numberOf } from './number.ts';
import { parseExact, parsePlain } from './parse.ts';
import { parseJson } from './parse-json.ts';
import { type Json, NumberLiteral } from './value.ts';

const parsed = (text: string): Json => {
  const result = parseJson(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('laws', () => {
  test('parsing the canonical text of a value gives the value', () => {
    fc.assert(
      fc.property(jsonArbitrary, (json) => {
        const again = parsed(canonicalText(json));
        expect(equalJson(again, json)).toBe(true);
        expect(canonicalText(again)).toBe(canonicalText(json));
      }),
    );
  });

  test('values are equal exactly when their canonical texts are', () => {
    fc.assert(
      fc.property(jsonArbitrary, jsonArbitrary, (a, b) => {
        expect(equalJson(a, b)).toBe(canonicalText(a) === canonicalText(b));
      }),
    );
  });

  test('every number keeps its spelling, and a double is used only where it prints so', () => {
    fc.assert(
      fc.property(literalArbitrary, (literal) => {
        const value = parsed(literal);
        expect(canonicalText(value)).toBe(literal);
        expect(value instanceof NumberLiteral).toBe(String(Number(literal)) !== literal);
        expect(numberOf(literal)).toEqual(value);
      }),
    );
  });

  test('JSON.parse agrees wherever it loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t\r\n'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(JSON.parse(canonicalText(parsed(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('the fast way gives the same answer as the strict one, on damaged texts too', () => {
    const damaged = fc
      .tuple(jsonArbitrary, fc.nat(), textArbitrary, fc.nat({ max: 3 }))
      .map(([json, at, inserted, dropped]) => {
        const text = canonicalText(json);
        const place = at % (text.length + 1);
        return text.slice(0, place) + inserted + text.slice(place + dropped);
      });
    fc.assert(
      fc.property(fc.oneof(jsonArbitrary.map(canonicalText), damaged), (text) => {
        const strict = parseJson(text);
        const fast = parseExact(text);
        expect(fast.ok).toBe(strict.ok);
        if (strict.ok && fast.ok) expect(canonicalText(fast.value)).toBe(canonicalText(strict.value));
        if (!strict.ok) expect(fast).toEqual(strict);
        const plain = parsePlain(text);
        expect(plain.ok).toBe(strict.ok);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseJson', () => {
  test.each([
    ['', '1:1', 'Expected a value, found the end of the text, at offset 0.'],
    ['[1,\n 2,,]', '2:4', 'Expected a value, found ",", at offset 7.'],
    ['{"a" 1}', '1:6', 'Expected ":", found "1", at offset 5.'],
    ['{"a":1,}', '1:8', 'Expected a key in double quotes, found "}", at offset 7.'],
    ['[01]', '1:3', 'Expected "," or "]", found "1", at offset 2.'],
    ['"\\x"', '1:3', 'Expected one of "\\/bfnrtu behind the backslash, found "x", at offset 2.'],
    ['"\\u12g4"', '1:4', 'Expected four hexadecimal digits, found "1", at offset 3.'],
    ['"a\nb"', '1:3', 'Expected an escape, not a raw control character, found "\\n", at offset 2.'],
    ['nul', '1:1', 'Expected a value, found "n", at offset 0.'],
    ['{} {}', '1:4', 'Expected the end of the document, found "{", at offset 3.'],
    ['\ufeff{}', '1:1', 'Expected a value, found "\ufeff", at offset 0.'],
  ])('refuses %j at %s', (text, place, message) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { code: 'CS-101', message, place } });
  });

  test('lets the last of a repeated key count', () => {
    expect(canonicalText(parsed('{"a":1,"b":2,"a":{"c":3}}'))).toBe('{"a":{"c":3},"b":2}');
  });

  test('takes __proto__ as an ordinary key and leaves prototypes alone', () => {
    const value = parsed('{"__proto__":{"polluted":1.0},"constructor":null}');
    expect(canonicalText(value)).toBe('{"__proto__":{"polluted":1.0},"constructor":null}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('takes 64 levels and refuses the 65th where it opens', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseExact(nested(64)).ok).toBe(true);
    for (const parse of [parseJson, parseExact, parsePlain]) {
      expect(parse(nested(65))).toMatchObject({ error: { code: 'CS-102', place: '1:65' } });
    }
    expect(parseExact('{"a":'.repeat(100_000))).toMatchObject({ error: { code: 'CS-102' } });
  });

  test('takes any number of neighbours on one level', () => {
    const shallow = `[${'[{}],'.repeat(100)}[]]`;
    for (const parse of [parseJson, parseExact, parsePlain]) expect(parse(shallow).ok).toBe(true);
  });

  test('refuses every raw control character inside a text', () => {
    for (let unit = 0; unit < 0x20; unit++) {
      const text = `"${String.fromCharCode(unit)}"`;
      expect(parseJson(text)).toMatchObject({ error: { code: 'CS-101', place: '1:2' } });
    }
    expect(parseJson('"\x7f"').ok).toBe(true);
  });

  test('takes 10,000 keys and refuses the next, repeated ones and nested ones counted', () => {
    const keys = (count: number) => `[${'{"k":0},'.repeat(count - 1)}{"k":0}]`;
    expect(parseExact(keys(10_000)).ok).toBe(true);
    for (const parse of [parseJson, parseExact, parsePlain]) {
      expect(parse(keys(10_001))).toMatchObject({ error: { code: 'CS-103' } });
    }
  });

  test('takes a mebibyte of UTF-8 and refuses one byte more', () => {
    const sized = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    expect(parseExact(sized(1_048_576)).ok).toBe(true);
    for (const parse of [parseJson, parseExact, parsePlain]) {
      expect(parse(`${sized(1_048_576)} `)).toMatchObject({ error: { code: 'CS-104' } });
    }
  });
});

describe('parsePlain', () => {
  test.each([
    ['{"a":[1,2.5,-3]}', false],
    ['{"a":"1.10 and 1E400"}', false],
    ['"\\\\"', false],
    ['["a\\"1.0\\"",2]', false],
    ['1.0', true],
    ['[-0]', true],
    ['{"a":9007199254740993}', true],
  ])('%s: a literal is lost: %s', (text, literalLost) => {
    expect(parsePlain(text)).toEqual({ ok: true, value: { value: JSON.parse(text), literalLost } });
  });
});

test('a number that JSON cannot say is a broken precondition', () => {
  expect(() => literalOf(Number.NaN)).toThrow(TypeError);
  expect(() => canonicalText([Number.POSITIVE_INFINITY])).toThrow(TypeError);
});
