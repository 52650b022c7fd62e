import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemSlicesOf, sliceOf } from './slice.ts';

describe('sliceOf', () => {
  test('gives the text as it was written: order, spelling, escapes, inner space', () => {
    const line = ' {"a" : {"z":1.10, "a":1E400,"\\u0000":"\\ud800"} , "b":[ 9007199254740993 , {"c":[]}]} ';
    expect(sliceOf(line, ['a'])).toBe('{"z":1.10, "a":1E400,"\\u0000":"\\ud800"}');
    expect(sliceOf(line, ['a', 'z'])).toBe('1.10');
    expect(sliceOf(line, ['b', '0'])).toBe('9007199254740993');
    expect(sliceOf(line, ['b', '1', 'c'])).toBe('[]');
    expect(sliceOf(line, [])).toBe(line.trim());
  });

  test('of duplicate keys the last counts, however it is spelt', () => {
    expect(sliceOf('{"a":1,"\\u0061":2}', ['a'])).toBe('2');
    expect(sliceOf('{"\\u0061":2,"a":1}', ['a'])).toBe('1');
    expect(sliceOf('{"a":{"b":1},"a":{}}', ['a', 'b'])).toBeUndefined();
  });

  test('keys with quotes, backslashes and prototype names are ordinary', () => {
    const line = JSON.stringify({ 'a"b': 1, 'c\\': 2, '\\u0061': 3, '': 4 }).replace('{', '{"__proto__":5,');
    expect(sliceOf(line, ['a"b'])).toBe('1');
    expect(sliceOf(line, ['c\\'])).toBe('2');
    expect(sliceOf(line, ['\\u0061'])).toBe('3');
    expect(sliceOf(line, ['a'])).toBeUndefined();
    expect(sliceOf(line, [''])).toBe('4');
    expect(sliceOf(line, ['__proto__'])).toBe('5');
    expect(sliceOf('{"\\u0061":1}', ['\\u0061'])).toBeUndefined();
  });

  test('an index is digits without a leading zero', () => {
    for (const step of ['01', '-', '-1', '1e0', '', '2', ' 1']) {
      expect(sliceOf('[10,11]', [step])).toBeUndefined();
    }
    expect(sliceOf('[10,11]', ['1'])).toBe('11');
    expect(sliceOf('"text"', ['0'])).toBeUndefined();
  });

  test('law: parsing the slice gives what resolving the parsed whole gives', () => {
    const key = fc.oneof(
      fc.constantFrom('a', 'b', '0', '1', '__proto__', 'a"', '\\', ''),
      fc.string({ unit: 'binary' }),
    );
    const document = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, false),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('node')), { maxLength: 4 }).map(ownObject),
      ),
    })).node;
    fc.assert(
      fc.property(
        document,
        fc.array(key, { maxLength: 4 }),
        fc.constantFrom(undefined, 1, '\t'),
        (value, steps, space) => {
          const text = JSON.stringify(value, null, space);
          const parsed: unknown = JSON.parse(text);
          for (const path of [steps, ...pathsOf(parsed)]) {
            const slice = sliceOf(text, path);
            expect(slice === undefined ? undefined : JSON.parse(slice)).toEqual(naiveResolve(parsed, path));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('itemSlicesOf', () => {
  test('gives every item as it was written', () => {
    expect(itemSlicesOf('{"Records":[ {"a":1.0}, [2,3] ,"x"]}', ['Records'])).toEqual([
      '{"a":1.0}',
      '[2,3]',
      '"x"',
    ]);
    expect(itemSlicesOf('{"Records":[]}', ['Records'])).toEqual([]);
    expect(itemSlicesOf('{"Records":{}}', ['Records'])).toBeUndefined();
    expect(itemSlicesOf('{}', ['Records'])).toBeUndefined();
  });
});

function ownObject(entries: readonly (readonly [string, unknown])[]): object {
  const target = {};
  for (const [key, value] of entries) {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return target;
}

function pathsOf(value: unknown, prefix: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...prefix]];
  return [[...prefix], ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...prefix, key]))];
}

function naiveResolve(value: unknown, steps: readonly string[]): unknown {
  let current = value;
  for (const step of steps) {
    if (typeof current !== 'object' || current === null) return undefined;
    const entry = Object.entries(current).find(([key]) => key === step);
    if (entry === undefined) return undefined;
    current = entry[1];
  }
  return current;
}
