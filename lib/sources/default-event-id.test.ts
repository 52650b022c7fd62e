import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CountTable } from './default-event-id.ts';

test('law: the table counts as a map of all keys would, while it grows', () => {
  // Few low halves, so that keys collide in their slots.
  const key = fc.tuple(fc.constantFrom(0, 1, 1023, 0xffffffff), fc.integer({ min: 0, max: 900 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), (keys) => {
      const table = new CountTable();
      const naive = new Map<string, number>();
      for (const [low, high] of keys) {
        const name = `${low}:${high}`;
        naive.set(name, (naive.get(name) ?? 0) + 1);
        expect(table.count(low, high)).toBe(naive.get(name));
      }
    }),
    { numRuns: 20 },
  );
});
