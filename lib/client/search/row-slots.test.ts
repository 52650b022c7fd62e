import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowSlots, slotsOf } from './row-slots.ts';

const run = (from: number, length: number): readonly number[] =>
  Array.from({ length }, (_, nth) => from + nth);

describe('the places of rows', () => {
  it('are different for all that are in sight, kept while they are, and no more than were ever needed', () => {
    const sights = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.nat({ max: 30 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sights, (steps) => {
        let slots: RowSlots = new Map();
        let most = 0;
        for (const [from, length] of steps) {
          const before = slots;
          slots = slotsOf(before, run(from, length));
          most = Math.max(most, length);
          expect([...slots.keys()]).toEqual(run(from, length));
          expect(new Set(slots.values()).size).toBe(length);
          for (const [ordinal, slot] of slots) {
            expect(slot).toBeLessThan(most);
            if (before.has(ordinal)) expect(slot).toBe(before.get(ordinal));
          }
        }
      }),
    );
  });

  it('stand where they stood when all rows are others', () => {
    const before = slotsOf(slotsOf(new Map(), run(0, 20)), run(-3, 20));
    expect([...slotsOf(before, run(-1_400, 20)).values()]).toEqual([...before.values()]);
  });
});
