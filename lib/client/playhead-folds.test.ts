import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedClock, IDLE_FACTOR, MOST_FOLDS } from './playhead-folds.ts';
import { positionsOf } from './playhead-positions.ts';
import { streamAt } from './playhead-test-stream.ts';

const DAY = 86_400_000;

const columns = fc
  .array(fc.oneof(fc.constant(0), fc.nat(20), fc.integer({ min: 1000, max: 1_000_000_000 })), {
    maxLength: 80,
  })
  .map((gaps) => {
    let at = 0;
    return streamAt(...gaps.map((gap) => (at += gap))).columns;
  });

describe('a clock with folds', () => {
  it('rises, and leads back from a place to its instant', () => {
    fc.assert(
      fc.property(columns, fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true })), (events, shares) => {
        const clock = foldedClock(events);
        const end = events.at[events.length - 1] ?? 0;
        const instants = shares.map((share) => share * end).toSorted((one, other) => one - other);
        let before = Number.NEGATIVE_INFINITY;
        for (const instant of instants) {
          const place = clock.placeAt(instant);
          expect(place).toBeGreaterThanOrEqual(before);
          expect(Math.abs(clock.instantAt(place) - instant)).toBeLessThanOrEqual(1e-6 * Math.max(1, end));
          before = place;
        }
      }),
    );
  });

  it('is shorter by what was folded, and folds nothing that is not long', () => {
    fc.assert(
      fc.property(columns, (events) => {
        const { folds, placeAt } = foldedClock(events);
        const end = events.at[events.length - 1] ?? 0;
        const folded = folds.reduce(
          (sum, fold) => sum + (fold.to - fold.from) - (fold.toPlace - fold.fromPlace),
          0,
        );
        expect(Math.abs(placeAt(end) - (end - folded))).toBeLessThanOrEqual(1e-6 * Math.max(1, end));
        const gaps = [...events.at].slice(1).map((at, index) => at - (events.at[index] ?? 0));
        const lengths = gaps.filter((gap) => gap > 0).toSorted((one, other) => one - other);
        const median = lengths[(lengths.length - 1) >>> 1] ?? 0;
        expect(folds).toHaveLength(gaps.filter((gap) => gap > IDLE_FACTOR * median).length);
      }),
    );
  });

  it('folds the longest gaps where there are very many', () => {
    let at = 0;
    const burst = Array.from({ length: 1000 }, (_, index) => (at += index % 3 === 0 ? DAY + index : 1000));
    const { folds } = foldedClock(streamAt(...burst).columns);
    expect(folds).toHaveLength(MOST_FOLDS);
    expect(Math.min(...folds.map(({ from, to }) => to - from))).toBeGreaterThan(DAY + 390);
  });
});

describe('the folded line', () => {
  it('never falls, and finds the last event of a place', () => {
    fc.assert(
      fc.property(columns, (events) => {
        const positions = positionsOf(events, 'folded');
        for (let ordinal = 1; ordinal <= positions.length; ordinal += 1) {
          const place = positions.at(ordinal);
          expect(place).toBeGreaterThanOrEqual(positions.at(ordinal - 1));
          const last = positions.lastAtOrBefore(place);
          expect(last).toBeGreaterThanOrEqual(ordinal);
          expect(positions.at(last)).toBe(place);
          if (last < positions.length) expect(positions.at(last + 1)).toBeGreaterThan(place);
        }
      }),
    );
  });

  it('gives a burst room that a year of silence took', () => {
    const { columns: events } = streamAt(0, 1000, 2000, 365 * DAY, 365 * DAY + 1000);
    const positions = positionsOf(events, 'folded');
    expect(positions.folds).toHaveLength(1);
    expect(positions.at(3) - positions.at(1)).toBe(2000);
    expect(positions.at(4) - positions.at(3)).toBeLessThan(200);
  });
});
