import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { barTicks } from './bar-ticks.ts';
import { barsOf } from './bars.ts';

const DAY = 86_400_000;
const at = (iso: string) => Date.parse(iso);

const barsBetween = (from: number, to: number, zone: string) =>
  barsOf(
    {
      width: '3600000000',
      clock: 'UTC',
      counts: [{ at: formatInstant(BigInt(from) * 1000n), events: 1 }],
    },
    { from: BigInt(from) * 1000n, to: BigInt(to) * 1000n },
    zone,
  );

describe('labels under bars', () => {
  it('ascend, are few, and name the year or the day first', () => {
    const spans = fc.record({
      from: fc.integer({ min: at('2020-01-01T00:00:00Z') / DAY, max: at('2026-01-01T00:00:00Z') / DAY }),
      days: fc.integer({ min: 1, max: 2000 }),
      zone: fc.constantFrom('UTC', 'Europe/Berlin'),
    });
    fc.assert(
      fc.property(spans, ({ from, days, zone }) => {
        const bars = barsBetween(from * DAY, (from + days) * DAY, zone);
        if (bars === null) throw new Error('There are bars.');
        const ticks = barTicks(bars, bars.bars.length, zone);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(10);
        expect(ticks[0]?.label).toMatch(/\d{4}|:/);
        expect(ticks.every(({ place }, nth) => place >= 0 && place > (ticks[nth - 1]?.place ?? -1))).toBe(
          true,
        );
      }),
    );
  });

  it('stand on days of the zone', () => {
    const bars = barsBetween(at('2026-03-13T23:00:00Z'), at('2026-03-15T23:00:00Z'), 'Europe/Berlin');
    if (bars === null) throw new Error('There are bars.');
    expect(barTicks(bars, bars.bars.length, 'Europe/Berlin').map(({ label }) => label)).toEqual([
      '14 Mar 2026',
      '06:00',
      '12:00',
      '18:00',
      '15 Mar',
      '06:00',
      '12:00',
      '18:00',
    ]);
  });
});
