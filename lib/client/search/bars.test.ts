import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { barsOf, MOST_BARS } from './bars.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WIDTHS = [1, 1000, 15_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR, DAY];

const micros = (ms: number) => BigInt(ms) * 1000n;
const instant = (iso: string) => Date.parse(iso);
const summary = (
  width: number,
  counts: readonly (readonly [at: number, events: number])[],
  clock = 'UTC',
) => ({
  width: String(width * 1000),
  clock,
  counts: counts.map(([at, events]) => ({ at: formatInstant(micros(at)), events })),
});

const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe');
const answers = fc
  .record({
    width: fc.constantFrom(...WIDTHS),
    first: fc.integer({ min: instant('2020-01-01T00:00:00Z'), max: instant('2026-12-01T00:00:00Z') }),
    places: fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 30 }),
  })
  .map(({ width, first, places }) => {
    const begin = Math.floor(first / width) * width;
    const at = [...places].sort((one, other) => one - other);
    return { width, counts: at.map((place) => [begin + place * width, place + 1] as const) };
  });

describe('the bars of a histogram', () => {
  it('hold every event once, without a gap, and are not too many', () => {
    fc.assert(
      fc.property(answers, zones, ({ width, counts }, zone) => {
        const found = barsOf(summary(width, counts), null, zone);
        const bars = found?.bars ?? [];
        const all = counts.reduce((sum, [, events]) => sum + events, 0);
        expect(bars.reduce((sum, { events }) => sum + events, 0)).toBe(all);
        for (const { from, to, events } of bars) {
          const within = counts.filter(([at]) => at >= from && at < to);
          expect(within.reduce((sum, [, more]) => sum + more, 0)).toBe(events);
          // What is counted lies in one bar as a whole, so that a range of whole bars is exact.
          expect(within.every(([at]) => at + width <= to)).toBe(true);
        }
        for (const [nth, bar] of bars.entries()) if (nth > 0) expect(bar.from).toBe(bars[nth - 1]?.to);
        expect(bars.length).toBeLessThanOrEqual(MOST_BARS * 1.3);
      }),
    );
  });

  it('go over the whole range that is asked for, snapped outward', () => {
    const from = instant('2026-03-02T10:30:00Z');
    const to = instant('2026-03-04T08:15:00Z');
    const found = barsOf(
      summary(HOUR, [[instant('2026-03-03T00:00:00Z'), 4]]),
      { from: micros(from), to: micros(to) },
      'UTC',
    );
    expect(found?.bars[0]?.from).toBe(instant('2026-03-02T10:00:00Z'));
    expect(found?.bars.at(-1)?.to).toBe(instant('2026-03-04T09:00:00Z'));
  });

  it('begin where the days of the zone do, also when its clock is changed', () => {
    const hours = Array.from(
      { length: 24 * 9 },
      (_, nth) => [instant('2026-03-25T23:00:00Z') + nth * HOUR, 1] as const,
    );
    const found = barsOf(summary(HOUR, hours), null, 'Europe/Berlin');
    expect(found?.clock).toBe('Europe/Berlin');
    expect(found?.step).toMatchObject({ unit: 'hour', every: 2 });
    const days = barsOf(
      summary(HOUR, hours),
      { from: micros(instant('2026-03-01T00:00:00Z')), to: null },
      'Europe/Berlin',
    );
    const changed = days?.bars.find(({ from }) => from === instant('2026-03-28T23:00:00Z'));
    expect(days?.step).toMatchObject({ unit: 'hour' });
    expect(changed).toBeDefined();
  });

  it('are whole days of the zone by which was counted, of 23 hours too, with none behind the last', () => {
    const begins = ['2026-03-26T23:00:00Z', '2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z'].map(instant);
    const counted = summary(
      DAY,
      begins.map((at, nth) => [at, nth + 1] as const),
      'Europe/Berlin',
    );
    const found = barsOf(counted, null, 'Europe/Berlin');
    expect(found).toMatchObject({ clock: 'Europe/Berlin', step: { unit: 'day', every: 1 } });
    expect(found?.bars).toEqual(
      begins.map((from, nth) => ({
        from,
        to: begins[nth + 1] ?? instant('2026-03-29T22:00:00Z'),
        events: nth + 1,
      })),
    );
    // Whoever reads another clock is shown the days that were counted.
    expect(barsOf(counted, null, 'Asia/Tokyo')).toEqual(found);
  });

  it('go by UTC, and say so, where what was counted does not fit the days of the zone', () => {
    const found = barsOf(
      summary(DAY, [
        [instant('2026-03-01T00:00:00Z'), 3],
        [instant('2026-05-01T00:00:00Z'), 5],
      ]),
      null,
      'Europe/Berlin',
    );
    expect(found).toMatchObject({ clock: 'UTC', step: { unit: 'day' } });
    expect(found?.bars).toHaveLength(62);
  });

  it('show one event in its day, and nothing where there is none', () => {
    const found = barsOf(summary(1, [[instant('2026-03-14T01:41:07Z'), 1]]), null, 'UTC');
    expect(found?.bars).toEqual([
      { from: instant('2026-03-14T00:00:00Z'), to: instant('2026-03-15T00:00:00Z'), events: 1 },
    ]);
    expect(barsOf(summary(1000, []), null, 'UTC')).toBeNull();
  });
});
