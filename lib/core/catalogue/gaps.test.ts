import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapBucket, gapQuantile, gapsText, joinGaps, readGaps } from './gaps.ts';

const gap = fc.bigInt({ min: -1_000n, max: 10n ** 15n });

function gapsOf(all: readonly bigint[]) {
  const gaps = new Map<number, number>();
  for (const one of all) joinGaps(gaps, [[gapBucket(one), 1]]);
  return gaps;
}

describe('gaps', () => {
  it('of parts joined are those of the whole, through their text too', () => {
    fc.assert(
      fc.property(fc.array(gap), fc.array(gap), (some, others) => {
        const joined = readGaps(gapsText(gapsOf(some)));
        joinGaps(joined, gapsOf(others));
        expect(gapsText(joined)).toBe(gapsText(gapsOf([...some, ...others])));
      }),
    );
  });

  it('have a median that is the middle one to about a tenth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 30 }),
        (all) => {
          const sorted = [...all].sort((a, b) => (a < b ? -1 : Number(a > b)));
          const middle = Number(sorted[Math.ceil(sorted.length / 2) - 1] ?? 0n);
          const read = gapQuantile(gapsOf(all), 0.5) ?? 0;
          // A microsecond is as fine as it gets.
          expect(Math.abs(read - middle)).toBeLessThanOrEqual(Math.max(1, 0.1 * middle));
        },
      ),
    );
  });

  it('that went backwards are kept apart, and none at all have no median', () => {
    expect([...gapsOf([-5n, 0n])]).toEqual([
      [-1, 1],
      [0, 1],
    ]);
    expect(gapQuantile(gapsOf([-5n]), 0.5)).toBeNull();
    expect(gapQuantile(gapsOf([-5n, 0n]), 0.95)).toBe(0);
  });
});
