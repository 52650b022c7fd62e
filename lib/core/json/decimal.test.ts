import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalArbitrary } from '#testing';
import { decimalOf, floorScaled, sameDecimal } from './decimal.ts';

test.each([
  ['1.10', '11e-1', true],
  ['-0', '0.000e5', true],
  ['1E400', '10e399', true],
  ['9007199254740993', '9007199254740992', false],
  ['1', '-1', false],
  ['0.1', '0.10000000000000001', false],
])('%s and %s are one number: %s', (a, b, same) => {
  expect(sameDecimal(decimalOf(a), decimalOf(b))).toBe(same);
});

test('a zero more in the fraction and in the exponent changes no value', () => {
  fc.assert(
    fc.property(literalArbitrary, (literal) => {
      const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
      const [whole = '', fraction = ''] = mantissa.split('.');
      const other = `${whole}${fraction}0e${Number(exponent) - fraction.length - 1}`;
      expect(sameDecimal(decimalOf(literal), decimalOf(other))).toBe(true);
    }),
  );
});

test('the floor is towards the negative, whatever the scale', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.nat({ max: 4 }), (value, cut) => {
      const expected = BigInt(Math.floor(value / 10 ** cut));
      expect(floorScaled(decimalOf(`${value}e2`), -cut - 2)).toBe(expected);
    }),
  );
});

test.each([
  ['-0.0000001', 6, -1n],
  ['0.0000009', 6, 0n],
  ['1e999999999999999999999', 6, null],
  ['-1e-999999999999999999999', 6, -1n],
])('floor(%s × 10^%s) = %s', (literal, power, floor) => {
  expect(floorScaled(decimalOf(literal), power)).toBe(floor);
});
