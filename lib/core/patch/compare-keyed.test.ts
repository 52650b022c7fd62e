import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, canonicalText, checkedPlaces, type Json, jsonPatchBetween } from '#core';
import { DECLARED_KEYS, keyedStateArbitrary } from '#testing';

const keys = checkedPlaces(DECLARED_KEYS);
const byId = checkedPlaces([['', 'id']]);

const applied = (before: Json, patch: Json) => {
  const result = applyPatch(before, patch);
  return result.ok ? canonicalText(result.value ?? null) : result.error;
};

/** Elements with these keys; the same letter is the same element. */
const listOf = (letters: string, value = 0) => [...letters].map((id) => ({ id, value }));

const orders = fc.shuffledSubarray([...'abcdefgh']).map((letters) => letters.join(''));

describe('the patch between two values with declared keys', () => {
  it('leads from one to the other, whether or not the keys are good', () => {
    fc.assert(
      fc.property(keyedStateArbitrary, keyedStateArbitrary, (before, after) => {
        expect(applied(before, jsonPatchBetween(before, after, keys))).toBe(canonicalText(after));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has one operation for each element that came, went, moved or has another value', () => {
    fc.assert(
      fc.property(orders, orders, fc.nat(1), (one, other, value) => {
        const patch = jsonPatchBetween(listOf(one), listOf(other, value), byId);
        expect(applied(listOf(one), patch)).toBe(canonicalText(listOf(other, value)));
        const kept = [...other].filter((letter) => one.includes(letter));
        const ops = (op: string) => patch.filter((operation) => operation.op === op).length;
        expect(ops('add')).toBe(other.length - kept.length);
        expect(ops('remove')).toBe(one.length - kept.length);
        expect(ops('move')).toBe(
          kept.length -
            longestCommon(
              [...one].filter((letter) => other.includes(letter)),
              kept,
            ),
        );
        expect(ops('replace')).toBe(value === 0 ? 0 : kept.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['ab', 'ba', [{ op: 'move', from: '/1', path: '/0' }]],
    ['abcd', 'dabc', [{ op: 'move', from: '/3', path: '/0' }]],
    ['abc', 'xabc', [{ op: 'add', path: '/0', value: { id: 'x', value: 0 } }]],
    ['xabc', 'abc', [{ op: 'remove', path: '/0' }]],
  ])('from %s to %s', (before, after, operations) => {
    expect(jsonPatchBetween(listOf(before), listOf(after), byId)).toEqual(operations);
  });

  it('places both ends of a move below the members above it', () => {
    const places = checkedPlaces([['/a~1b/*/c', 'id']]);
    const patch = jsonPatchBetween(
      { 'a/b': [{ c: listOf('ab') }] },
      { 'a/b': [{ c: listOf('ba') }] },
      places,
    );
    expect(patch).toEqual([{ op: 'move', from: '/a~1b/0/c/1', path: '/a~1b/0/c/0' }]);
  });

  it('leaves very long lists to their indexes', () => {
    const long = Array.from({ length: 2_100 }, (_, id) => ({ id }));
    const patch = jsonPatchBetween(long, long.toReversed(), byId);
    expect(patch.some(({ op }) => op === 'move')).toBe(false);
    expect(applied(long, patch)).toBe(canonicalText(long.toReversed()));
  });
});

/** By the definition, in the time of a table. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (const [i, a] of one.entries()) {
    for (const [j, b] of other.entries()) {
      const [up, left, both] = [table[i]?.[j + 1] ?? 0, table[i + 1]?.[j] ?? 0, table[i]?.[j] ?? 0];
      (table[i + 1] ?? [])[j + 1] = a === b ? both + 1 : Math.max(up, left);
    }
  }
  return table[one.length]?.[other.length] ?? 0;
}
