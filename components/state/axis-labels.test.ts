import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabels } from './axis-labels.ts';
import { heightIn, roundValues } from './field-curve.ts';

describe('axisLabels', () => {
  it.each([
    [
      [0, 50, 100],
      ['0', '50', '100'],
    ],
    [
      [0.2, 0.30000000000000004],
      ['0.2', '0.3'],
    ],
    [
      [1_234_560, 1_234_570],
      ['1,234,560', '1,234,570'],
    ],
    [
      [12_000_000, 12_500_000],
      ['12M', '12.5M'],
    ],
    [
      [1e12, 1e12 + 5],
      ['1,000,000,000,000', '1,000,000,000,005'],
    ],
    [
      [1e18, 1.2e18],
      ['1×10¹⁸', '1.2×10¹⁸'],
    ],
    [
      [-2e-9, 0, 2e-9],
      ['−2×10⁻⁹', '0', '2×10⁻⁹'],
    ],
    [
      [-1e308, 0, 1e308],
      ['−1×10³⁰⁸', '0', '1×10³⁰⁸'],
    ],
    [[1_234_567], ['1,234,567']],
    [[1.5e-7], ['1.5×10⁻⁷']],
    [[9007199254740992], ['9.0072×10¹⁵']],
  ])('of %j are %j', (values, labels) => {
    expect(axisLabels(values)).toEqual(labels);
  });

  it('tell any two lines of any range apart, and every line lies in the chart', () => {
    const range = fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), nearOrFar());
    fc.assert(
      fc.property(range, fc.double({ min: 1, max: 6, noNaN: true }), ([one, move], most) => {
        const other = move(one);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const values = roundValues(low, high, most);
        expect(values.length).toBeGreaterThan(0);
        expect(values.length).toBeLessThan(10);
        for (const value of values) {
          expect(heightIn({ low, high }, value)).toBeGreaterThanOrEqual(0);
          expect(heightIn({ low, high }, value)).toBeLessThanOrEqual(1);
        }
        const labels = axisLabels(values);
        expect(new Set(labels).size).toBe(values.length);
        for (const label of labels) expect(label).not.toMatch(/NaN|Infinity|∞|^-0$/);
      }),
      {
        numRuns: 2_000,
        examples: [[[9.995004775175302e-7, (one: number) => one * (1 + 2 ** -52)], 1.8]],
      },
    );
  });
});

/** From a value to another: anywhere, or a few steps beside it, where doubles are scarce. */
const nearOrFar = () =>
  fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((other) => () => other),
    fc.integer({ min: -12, max: 12 }).map((power) => (one: number) => {
      const other = one * (1 + 2 ** (power - 40));
      return Number.isFinite(other) ? other : one;
    }),
  );
