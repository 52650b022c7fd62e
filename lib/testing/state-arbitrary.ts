/** Random states over few keys, so that the events of one stream meet at the same paths. For any keys see json-arbitrary. */
import fc from 'fast-check';
import { type Json, numberOf } from '#core';
import { literalArbitrary, objectOf, textArbitrary } from './json-arbitrary.ts';

export const keyArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', '0', '1', '10') },
  { weight: 3, arbitrary: fc.constantFrom('__proto__', '', 'a/b', 'a~b', '~1', '-', '01', '\0', '\ud800') },
  { weight: 1, arbitrary: textArbitrary },
);

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom<Json>(null, true, '', 'x', numberOf('1.10'), numberOf('1.1')),
  literalArbitrary.map(numberOf),
  textArbitrary,
);

const states = fc.letrec<{ state: Json; object: Json }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    tie('object'),
    fc.array(tie('state'), { maxLength: 3 }),
  ),
  object: fc.array(fc.tuple(keyArbitrary, tie('state')), { maxLength: 4 }).map(objectOf),
}));

export const stateArbitrary: fc.Arbitrary<Json> = states.state;
export const objectArbitrary: fc.Arbitrary<Json> = states.object;
