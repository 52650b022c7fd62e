/** Random exact JSON: hostile keys and texts, numbers that only a literal holds, shallow enough to shrink well. */
import fc from 'fast-check';
import { type Json, numberOf, setOwn } from '#core';

/** UTF-16 units in any order, so unpaired surrogates and controls too. */
const anyUnits = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x22, 0x5c, 0x7e, 0x2f, 0xd800, 0xdc00)),
    {
      maxLength: 6,
    },
  )
  .map((units) => String.fromCharCode(...units));

export const textArbitrary: fc.Arbitrary<string> = fc.oneof(
  anyUnits,
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '__proto__', 'constructor', 'toJSON', '0', '-', '~1', 'a/b'),
);

/** Number literals of every spelling that RFC 8259 has. */
export const literalArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^-?(?:0|[1-9]\d{0,19})(?:\.\d{1,6})?(?:[eE][+-]?\d{1,3})?$/),
  fc.integer().map(String),
  fc.constantFrom('-0', '1.10', '1E400', '9007199254740993', '1e2', '0.0000001', '1e+21'),
);

export const jsonArbitrary: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false),
    literalArbitrary.map(numberOf),
    textArbitrary,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.array(fc.tuple(textArbitrary, tie('json')), { maxLength: 5 }).map(objectOf),
  ),
})).json;

/** An object of these members, the last of a repeated key counting. */
export function objectOf(members: readonly (readonly [string, Json])[]): Record<string, Json> {
  const object: Record<string, Json> = {};
  for (const [key, value] of members) setOwn(object, key, value);
  return object;
}
