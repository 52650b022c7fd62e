import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_INSTANT, LAST_INSTANT } from '#core';
import { moved, type TimeRange, widened } from './range-moves.ts';

const at = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const range = (from: string, to: string): TimeRange => ({ from: at(from), to: at(to) });

describe('the range beside a range', () => {
  it('is as long as it, and the way back leads to it', () => {
    const ranges = fc
      .record({
        from: fc.bigInt({ min: at('2000-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        length: fc.bigInt({ min: 1n, max: 86_400_000_000n }),
      })
      .map(({ from, length }) => ({ from, to: from + length }));
    fc.assert(
      fc.property(ranges, (one) => {
        const later = moved(one, 1, 'UTC');
        expect(later?.from).toBe(one.to);
        expect(later === null ? null : moved(later, -1, 'UTC')).toEqual(one);
      }),
    );
  });

  it('is of whole days where the clock is changed, and of whole months', () => {
    const day = range('2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z');
    expect(moved(day, 1, 'Europe/Berlin')).toEqual(range('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'));
    const march = range('2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z');
    expect(moved(march, -1, 'UTC')).toEqual(range('2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'));
  });

  it('ends where instants do', () => {
    expect(moved({ from: FIRST_INSTANT, to: FIRST_INSTANT + 5n }, -1, 'UTC')).toBeNull();
    expect(widened({ from: FIRST_INSTANT, to: LAST_INSTANT })).toBeNull();
    expect(widened(range('2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z'))).toEqual(
      range('2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z'),
    );
  });
});
