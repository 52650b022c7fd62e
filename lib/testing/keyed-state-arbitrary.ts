/** Random states with arrays whose elements have keys: moved, repeated, missing, nested, at the root and below odd names. */
import fc from 'fast-check';
import { canonicalText, type DeclaredKey, type Json, numberOf } from '#core';
import { objectOf } from './json-arbitrary.ts';
import { keyArbitrary, stateArbitrary } from './state-arbitrary.ts';

/** What the states of this file are folded with. */
export const DECLARED_KEYS: readonly DeclaredKey[] = [
  ['', 'id'],
  ['/a', 'id'],
  ['/a/*/b', 'id'],
  ['/*/c', ''],
  ['/__proto__', '__proto__'],
];

const elementKey: fc.Arbitrary<Json> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Json>('x', 'y', 'z', 1, 2) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json>(
      '',
      '1',
      '0',
      '~=x',
      'a/b',
      '[sku=A]',
      '__proto__',
      '\0',
      '\ud800',
      true,
      false,
      numberOf('1.10'),
      numberOf('1e2'),
    ),
  },
);

/** The name of the key in an array at a place that the tests declare. */
const keyName = fc.constantFrom('id', 'id', 'id', '', '__proto__');

function elementsArbitrary(member: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const element = fc.tuple(
    elementKey,
    fc.array(fc.tuple(fc.constantFrom('b', 'c', 'v', 'w'), member), { maxLength: 2 }),
  );
  return fc
    .tuple(
      keyName,
      fc.uniqueArray(element, { maxLength: 4, selector: ([key]) => canonicalText(key) }),
      fc.nat(40),
      stateArbitrary,
    )
    .map(([name, elements, dice, odd]) => {
      const array = elements.map(([key, members]) => objectOf([...members, [name, key]]));
      const first = array[0];
      // Most arrays are well keyed: one in ten repeats a key, one in ten has a member without one.
      if (dice < 4 && first !== undefined) return [...array, { ...first }];
      if (dice < 8) return [...array, odd];
      return array;
    });
}

const states = fc.letrec<{ state: Json; object: Json; elements: Json; inner: Json }>((tie) => ({
  inner: elementsArbitrary(fc.oneof(fc.integer({ min: 0, max: 3 }), stateArbitrary)),
  elements: elementsArbitrary(fc.oneof(fc.integer({ min: 0, max: 3 }), tie('inner'))),
  object: fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom('a', '__proto__'), tie('elements')),
        fc.tuple(
          fc.constantFrom('b', '0'),
          fc.tuple(fc.constantFrom('c', 'd'), tie('inner')).map((member) => objectOf([member])),
        ),
        fc.tuple(keyArbitrary, stateArbitrary),
      ),
      { maxLength: 3 },
    )
    .map((members) => objectOf(members)),
  state: fc.oneof(
    { weight: 6, arbitrary: tie('object') },
    { weight: 2, arbitrary: tie('elements') },
    { weight: 1, arbitrary: stateArbitrary },
  ),
}));

export const keyedStateArbitrary: fc.Arbitrary<Json> = states.state;
export const keyedObjectArbitrary: fc.Arbitrary<Json> = states.object;
