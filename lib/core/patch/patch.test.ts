import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonArbitrary } from '#testing';
import { canonicalText } from '../json/canonical-text.ts';
import { numberOf } from '../json/number.ts';
import { type Json, NumberLiteral } from '../json/value.ts';
import type { Result } from '../result.ts';
import { jsonPatchBetween } from './between.ts';
import { applyPatch } from './json-patch.ts';
import { applyMergePatch } from './merge-patch.ts';

const textOf = (json: Json | undefined) => (json === undefined ? 'absent' : canonicalText(json));

const applied = (result: Result<Json | undefined>) => (result.ok ? textOf(result.value) : result.error);

/** Two values that share much, as two states of one entity do. */
const pair = fc
  .tuple(jsonArbitrary, jsonArbitrary, fc.array(jsonArbitrary, { maxLength: 3 }))
  .chain(([a, b, more]) =>
    fc.constantFrom<[Json, Json]>(
      [a, b],
      [
        [a, ...more],
        [b, ...more],
      ],
      [
        { a, same: b },
        { a: b, same: b },
      ],
      [more, [a, ...more, b]],
    ),
  );

describe('laws', () => {
  test('the patch between two values leads from one to the other and leaves the first as it was', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const was = canonicalText(before);
        expect(applied(applyPatch(before, jsonPatchBetween(before, after)))).toBe(canonicalText(after));
        expect(canonicalText(before)).toBe(was);
      }),
      { numRuns: 500 },
    );
  });

  test('there is nothing between a value and itself', () => {
    fc.assert(
      fc.property(jsonArbitrary, (json) => {
        expect(jsonPatchBetween(json, json)).toEqual([]);
      }),
    );
  });

  test('between absent and present there is one operation', () => {
    fc.assert(
      fc.property(jsonArbitrary, (json) => {
        expect(applied(applyPatch(undefined, jsonPatchBetween(undefined, json)))).toBe(canonicalText(json));
        expect(applied(applyPatch(json, jsonPatchBetween(json, undefined)))).toBe('absent');
      }),
    );
  });

  test('a merge patch holds afterwards, and applying it twice is applying it once', () => {
    fc.assert(
      fc.property(jsonArbitrary, jsonArbitrary, (target, patch) => {
        const once = applyMergePatch(target, patch);
        expect(canonicalText(applyMergePatch(once, patch))).toBe(canonicalText(once));
      }),
    );
  });
});

describe('jsonPatchBetween', () => {
  test.each<[Json, Json, Json]>([
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
      [
        { op: 'remove', path: '/b' },
        { op: 'add', path: '/c', value: 2 },
      ],
    ],
    [
      [1, 2, 3, 4, 5],
      [1, 5],
      [
        { op: 'remove', path: '/3' },
        { op: 'remove', path: '/2' },
        { op: 'remove', path: '/1' },
      ],
    ],
    [
      [1, 4],
      [1, 2, 3, 4],
      [
        { op: 'add', path: '/1', value: 2 },
        { op: 'add', path: '/2', value: 3 },
      ],
    ],
    [{ l: [{ q: 1, s: 'x' }] }, { l: [{ q: 2, s: 'x' }] }, [{ op: 'replace', path: '/l/0/q', value: 2 }]],
    [{ a: {} }, { a: [] }, [{ op: 'replace', path: '/a', value: [] }]],
    // Equal neighbours: the one that is new stands at the end.
    [[1, 1], [1, 1, 1], [{ op: 'add', path: '/2', value: 1 }]],
    [1, 2, [{ op: 'replace', path: '', value: 2 }]],
  ])('from %j to %j', (before, after, operations) => {
    expect(jsonPatchBetween(before, after)).toEqual(operations);
  });

  test('1.10 to 1.1 is a change', () => {
    expect(jsonPatchBetween([numberOf('1.10')], [1.1])).toEqual([{ op: 'replace', path: '/0', value: 1.1 }]);
  });
});

describe('applyPatch', () => {
  test('is all or nothing, and says which operation', () => {
    const document = { list: [1, 2] };
    const patch = [
      { op: 'add', path: '/list/0', value: 0 },
      { op: 'remove', path: '/nowhere' },
    ];
    expect(applied(applyPatch(document, patch))).toEqual({
      code: 'CS-108',
      message: 'Operation 2 ("remove"): there is nothing at "/nowhere".',
      place: '/1',
    });
    expect(document).toEqual({ list: [1, 2] });
  });

  test.each([
    ['1.10', '11e-1', true],
    ['9007199254740993', '9007199254740992', false],
    ['1', '1.000', true],
    ['1E400', '1E401', false],
  ])('test: %s against %s holds: %s', (found, value, holds) => {
    const operations = [{ op: 'test', path: '/n', value: { deep: [numberOf(value)] } }];
    expect(applyPatch({ n: { deep: [numberOf(found)] } }, operations).ok).toBe(holds);
  });

  test('keeps the literal of what it adds', () => {
    expect(applied(applyPatch({}, [{ op: 'add', path: '/price', value: new NumberLiteral('1.10') }]))).toBe(
      '{"price":1.10}',
    );
  });

  test('treats an own __proto__ key as any other', () => {
    const grow = [
      { op: 'add', path: '/__proto__', value: { a: 1 } },
      { op: 'add', path: '/__proto__/b', value: 2 },
      { op: 'copy', from: '/__proto__', path: '/copy' },
      { op: 'remove', path: '/__proto__/a' },
    ];
    expect(applied(applyPatch({}, grow))).toBe('{"__proto__":{"b":2},"copy":{"a":1,"b":2}}');
    expect(applyPatch({}, [{ op: 'add', path: '/__proto__/polluted', value: 1 }]).ok).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('a copied part and its original are edited apart', () => {
    const operations = [
      { op: 'add', path: '/a/x', value: 1 },
      { op: 'copy', from: '/a', path: '/b' },
      { op: 'add', path: '/a/x', value: 2 },
      { op: 'add', path: '/b/y', value: 3 },
    ];
    expect(applied(applyPatch({ a: {} }, operations))).toBe('{"a":{"x":2},"b":{"x":1,"y":3}}');
  });

  test('a place cannot move into itself', () => {
    expect(applyPatch({ a: { b: 1 } }, [{ op: 'move', from: '/a', path: '/a/b' }])).toMatchObject({
      error: { code: 'CS-108' },
    });
    expect(applied(applyPatch({ a: 1 }, [{ op: 'move', from: '/a', path: '/a' }]))).toBe('{"a":1}');
  });

  test('a document that doubles with every operation is refused, soon', () => {
    const doubling = Array.from({ length: 25 }, () => ({ op: 'copy', from: '', path: '/-' }));
    expect(applyPatch([1], doubling)).toMatchObject({ error: { code: 'CS-105' } });
  });

  test.each<[Json, string]>([
    [{ op: 'add' }, ''],
    [['add'], '/0'],
    [[{ path: '', value: 1 }], '/0'],
    [[{ op: 'add', path: 'x', value: 1 }], '/0/path'],
    [[{ op: 'move', path: '/x', from: 1 }], '/0/from'],
    [[{ op: 'toString', path: '' }], '/0/op'],
  ])('%j is no patch, at %j', (operations, place) => {
    expect(applyPatch({}, operations)).toMatchObject({ error: { code: 'CS-107', place } });
  });
});

test('a merge patch may name __proto__ and changes no prototype', () => {
  const merged = applyMergePatch({ a: 1 }, JSON.parse('{"__proto__":{"polluted":1},"a":null}'));
  expect(canonicalText(merged)).toBe('{"__proto__":{"polluted":1}}');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
