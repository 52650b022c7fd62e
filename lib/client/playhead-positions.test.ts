import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layout, positionsOf } from './playhead-positions.ts';
import { streamAt } from './playhead-test-stream.ts';

const clocks = fc
  .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 })
  .map((list) => [...list].sort((one, other) => one - other));

describe.each<Layout>(['time', 'folded', 'events'])('instants on the line, laid %s', (layout) => {
  it('never fall, and lie with the events of their instant', () => {
    fc.assert(
      fc.property(clocks, fc.nat(6000), fc.nat(6000), (list, one, other) => {
        const { columns } = streamAt(...list);
        const positions = positionsOf(columns, layout);
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        expect(positions.placeOf(earlier)).toBeLessThanOrEqual(positions.placeOf(later));
        for (let ordinal = 1; ordinal <= columns.length; ordinal += 1) {
          const place = positions.placeOf(columns.at[ordinal - 1] ?? 0);
          const last = positions.lastAtOrBefore(place);
          expect(positions.at(last)).toBe(place);
          expect(columns.at[last - 1]).toBe(columns.at[ordinal - 1]);
        }
      }),
    );
  });

  it('between two events count as the earlier one', () => {
    const { columns } = streamAt(0, 10, 20, 5000);
    const positions = positionsOf(columns, layout);
    expect(positions.lastAtOrBefore(positions.placeOf(15))).toBe(2);
    expect(positions.lastAtOrBefore(positions.placeOf(4999))).toBe(3);
    expect(positions.lastAtOrBefore(positions.placeOf(9000))).toBe(4);
  });
});

describe('the way back from a place to its instant', () => {
  it('is known on the scale of time, folded or not, and not on that of events', () => {
    const { columns } = streamAt(0, 10, 20, 30, 40, 500_000, 500_010);
    for (const layout of ['time', 'folded'] as const) {
      const positions = positionsOf(columns, layout);
      for (const instant of [0, 12.5, 40, 250_000, 500_005])
        expect(positions.instantAt(positions.placeOf(instant))).toBeCloseTo(instant, 5);
    }
    expect(positionsOf(columns, 'events').instantAt(3)).toBeNull();
  });
});
