import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECLARED_KEYS, keyedStateArbitrary, stateArbitrary } from '#testing';
import { applyChanges, changesBetween } from './changes.ts';
import { type JoinedChange, joinedChanges } from './joined-changes.ts';
import { parseExact } from './json/parse.ts';
import type { Json } from './json/value.ts';
import { checkedPlaces, type KeyPlaces } from './keyed/key-places.ts';
import { leavesOf, stateText } from './leaf.ts';

const absent = fc.constant(undefined);
const PLACES = checkedPlaces(DECLARED_KEYS);
const pairs = fc.oneof(
  fc.tuple(fc.oneof(stateArbitrary, absent), fc.oneof(stateArbitrary, absent), fc.constant(null)),
  fc.tuple(keyedStateArbitrary, keyedStateArbitrary, fc.constant(PLACES)),
);

const isBelow = (path: string, place: string): boolean => path.startsWith(`${place}/`);

/** Everything at or below a joined change gives way to its value. */
function applied(before: Json | undefined, joined: readonly JoinedChange[], keys: KeyPlaces | null) {
  const turns = joined.filter(({ parts }) => parts.length > 1);
  const kept = leavesOf(before, keys).filter(({ path }) => !turns.some((turn) => isBelow(path, turn.path)));
  return stateText(applyChanges(kept, joined));
}

describe('joinedChanges', () => {
  it('turn the state before into the state after', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const joined = joinedChanges(changesBetween(before, after, keys));
        expect(applied(before, joined, keys)).toBe(stateText(leavesOf(after, keys)));
      }),
    );
  });

  it('hold every change in exactly one of them', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const changes = changesBetween(before, after, keys);
        const parts = joinedChanges(changes).flatMap((joined) => joined.parts);
        expect(parts.map(({ path }) => path).sort()).toEqual(changes.map(({ path }) => path).sort());
      }),
    );
  });

  it('have none below a value that became a container, or the other way round', () => {
    fc.assert(
      fc.property(pairs, ([before, after, keys]) => {
        const joined = joinedChanges(changesBetween(before, after, keys));
        for (const { path, before: was, after: is } of joined) {
          const below = joined.filter((other) => isBelow(other.path, path));
          const isTurn = isScalar(was) || isScalar(is);
          if (isTurn) expect(below).toEqual([]);
        }
      }),
    );
  });

  it.each<
    [before: string, after: string, joined: readonly (readonly [string, string | null, string | null])[]]
  >([
    [
      '{"total":12}',
      '{"total":{"amount":12,"currency":"EUR"}}',
      [['/total', '12', '{"amount":12,"currency":"EUR"}']],
    ],
    ['{"total":{"amount":12}}', '{"total":12}', [['/total', '{"amount":12}', '12']]],
    ['{"a":null}', '{"a":[{"b":[]},1]}', [['/a', 'null', '[{"b":[]},1]']]],
    ['{"a":[1,2]}', '{"a":[{"b":1}]}', [['/a', '[1,2]', '[{"b":1}]']]],
    ['12', '{"a":{"b":1}}', [['', '12', '{"a":{"b":1}}']]],
    [
      '{"a":{}}',
      '{"a":{"b":1}}',
      [
        ['/a', '{}', null],
        ['/a/b', null, '1'],
      ],
    ],
    [
      '{"a":1,"a!":1}',
      '{"a":{"b":1},"a!":2}',
      [
        ['/a', '1', '{"b":1}'],
        ['/a!', '1', '2'],
      ],
    ],
  ])('%s to %s', (before, after, expected) => {
    const joined = joinedChanges(changesBetween(json(before), json(after)));
    expect(joined.map((change) => [change.path, change.before, change.after])).toEqual(expected);
  });
});

const isScalar = (text: string | null): boolean => text !== null && !/^[[{]/.test(text);

function json(text: string): Json {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
