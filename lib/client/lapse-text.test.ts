import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lapseText } from './lapse-text.ts';

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [59_999, '1 min'],
  [3_600_000, '1 h'],
  [12.9 * 86_400_000, '13 d'],
  [1.49 * 365.25 * 86_400_000, '1.5 y'],
  [12.9 * 365.25 * 86_400_000, '13 y'],
  [23.6 * 3_600_000, '1 d'],
  [9.96 * 365.25 * 86_400_000, '10 y'],
  [365.2 * 86_400_000, '365 d'],
])('%d ms last %s', (ms, text) => {
  expect(lapseText(ms)).toBe(text);
});

it('is never further from the truth than half of what it counts in', () => {
  const lengths: Readonly<Record<string, number>> = {
    y: 365.25 * 86_400_000,
    d: 86_400_000,
    h: 3_600_000,
    min: 60_000,
    s: 1000,
    ms: 1,
  };
  const lapses = fc.oneof(
    fc.integer({ min: 0, max: 200_000 }),
    fc.integer({ min: 0, max: 400 * 86_400_000 }),
    fc.integer({ min: 0, max: 400 * 365 * 86_400_000 }),
  );
  fc.assert(
    fc.property(lapses, (ms) => {
      const [count = '', unit = ''] = lapseText(ms).split(' ');
      const length = lengths[unit] ?? 0;
      const step = count.includes('.') ? length / 10 : length;
      expect(Math.abs(Number(count) * length - ms)).toBeLessThanOrEqual(step / 2 + 1e-3);
    }),
  );
});
