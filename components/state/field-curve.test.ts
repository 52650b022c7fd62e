import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf } from '#client/playhead-positions';
import { projectionOf } from '#client/playhead-snap';
import { curveOf, rangeOf, roundValues } from './field-curve.ts';

const columnsOf = (length: number) => ({
  length,
  origin: 0,
  at: Float64Array.from({ length }, (_, index) => index * 1000),
  type: new Uint32Array(length),
  slot: new Uint8Array(length),
  types: [],
  legend: [],
  late: [],
  revision: 0,
  exact: () => true,
});

const trackOf = (numbers: readonly number[]) => ({
  ordinals: Uint32Array.from(numbers, (_, index) => index + 1),
  numbers: Float64Array.from(numbers),
  kinds: new Uint8Array(numbers.length),
});

describe('curveOf', () => {
  it('has no more points than pixels, and loses no peak', () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN)), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(values, fc.integer({ min: 10, max: 300 }), (numbers, width) => {
        const positions = positionsOf(columnsOf(numbers.length), 'events');
        const window = positions.extent;
        const points = curveOf(trackOf(numbers), positions, window, projectionOf(window, width));
        expect(points.length).toBeLessThanOrEqual(width + 1);
        const known = numbers.filter((number) => !Number.isNaN(number));
        expect(rangeOf(points)).toEqual(
          known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) },
        );
        expect(points.at(-1)?.last).toBe(numbers.at(-1));
      }),
    );
  });

  it('begins with the value that the field had before the window', () => {
    const positions = positionsOf(columnsOf(10), 'events');
    const window = { from: 5.5, to: 8 };
    const points = curveOf(
      trackOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      positions,
      window,
      projectionOf(window, 250),
    );
    expect(points.map(({ x, last }) => [x, last])).toEqual([
      [0, 5],
      [50, 6],
      [150, 7],
      [250, 8],
    ]);
  });
});

describe('roundValues', () => {
  it('gives a few round values inside', () => {
    expect(roundValues(0, 100, 4)).toEqual([0, 50, 100]);
    expect(roundValues(899, 899, 4)).toEqual([899]);
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (low, size) => {
          const values = roundValues(low, low + size, 4);
          expect(values.length).toBeLessThanOrEqual(5);
          for (const value of values) expect(value).toBeGreaterThanOrEqual(low - size * 1e-6);
        },
      ),
    );
  });
});
