import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { MOST_STACKED, stackedBars } from './stacked-bars.ts';

const HOUR = 3_600_000_000n;
const START = 1_772_323_200_000_000n;
const TYPES = [
  { type: 'A', types: 1, events: 0, q: 'type:A' },
  { type: 'B', types: 1, events: 0, q: 'type:B' },
  { type: null, types: 3, events: 0, q: '-type:A,B' },
];

const counted = fc
  .uniqueArray(
    fc.record({
      hour: fc.integer({ min: 0, max: 9_000 }),
      events: fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 40, selector: ({ hour }) => hour },
  )
  .map((all) => all.toSorted((a, b) => a.hour - b.hour));

const overTimeOf = (all: readonly { hour: number; events: number[] }[]) => ({
  width: String(HOUR),
  clock: 'UTC',
  changes: null,
  types: TYPES,
  counts: all.map(({ hour, events }) => ({ at: formatInstant(START + BigInt(hour) * HOUR), events })),
});

const NO_RANGE = { from: null, to: null };

describe('bars parted by type', () => {
  it('have every event once, in the part of its type, and are few', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata'), (all, zone) => {
        const drawn = stackedBars({ overTime: overTimeOf(all), range: NO_RANGE }, zone);
        const bars = drawn?.bars ?? [];
        expect(bars.length).toBeGreaterThan(0);
        expect(bars.length).toBeLessThanOrEqual(MOST_STACKED + 2);
        for (const { parts, events } of bars) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(events);
        for (const slot of [0, 1, 2])
          expect(bars.reduce((sum, { parts }) => sum + (parts[slot] ?? 0), 0)).toBe(
            all.reduce((sum, { events }) => sum + (events[slot] ?? 0), 0),
          );
      }),
    );
  });

  it('ask for no more of the time than the range has', () => {
    const overTime = overTimeOf([
      { hour: 0, events: [1, 0, 0] },
      { hour: 30, events: [0, 2, 0] },
    ]);
    const [from, to] = [START + HOUR / 2n, START + 31n * HOUR - 1n];
    const drawn = stackedBars(
      { overTime, range: { from: formatInstant(from), to: formatInstant(to) } },
      'UTC',
    );
    expect(drawn?.bars[0]?.times.from).toBe(from);
    expect(drawn?.bars.at(-1)?.times.to).toBe(to);
  });

  it('are none where nothing was counted', () => {
    expect(stackedBars({ overTime: overTimeOf([]), range: NO_RANGE }, 'UTC')).toBeNull();
    const range = { from: formatInstant(START), to: formatInstant(START + HOUR) };
    expect(stackedBars({ overTime: overTimeOf([]), range }, 'UTC')).toBeNull();
  });
});
