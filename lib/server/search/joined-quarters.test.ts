import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneAheadAt } from '#core';
import { DAY, joinedQuarters } from './joined-quarters.ts';

const QUARTER = 900_000_000n;
const HOUR = 4n * QUARTER;
const ZONES = ['UTC', 'Europe/Oslo', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', '+05:45'];
const at = (text: string, events = 1) => ({ at: BigInt(Date.parse(text)) * 1000n, events });
const texts = (counts: readonly { at: bigint; events: number }[]) =>
  counts.map(({ at: begin, events }) => `${new Date(Number(begin / 1000n)).toISOString()} ${events}`);

/** Around both changes of the clock in 2026, and anywhere else. */
const instants = fc
  .oneof(
    fc.integer({ min: Date.parse('2026-03-20'), max: Date.parse('2026-04-10') }),
    fc.integer({ min: Date.parse('2026-10-01'), max: Date.parse('2026-11-05') }),
    fc.integer({ min: Date.parse('1985-01-01'), max: Date.parse('2030-01-01') }),
  )
  .map((ms) => (BigInt(ms) * 1000n) / QUARTER);
const quarters = fc
  .uniqueArray(instants, { minLength: 1, maxLength: 40 })
  .map((all) => all.toSorted((a, b) => Number(a - b)).map((nth) => ({ at: nth * QUARTER, events: 1 })));

describe('quarters put together', () => {
  it('lie in one hour of the clock of the zone, and none is lost', () => {
    fc.assert(
      fc.property(quarters, fc.constantFrom(...ZONES), (counted, zone) => {
        const hourOf = (micros: bigint) => {
          const seconds = Number(micros / 1_000_000n);
          return Math.floor((seconds + zoneAheadAt(zone, seconds)) / 3_600);
        };
        const joined = joinedQuarters(counted, HOUR, zone);
        expect(joined.reduce((sum, { events }) => sum + events, 0)).toBe(counted.length);
        for (const quarter of counted) {
          const [{ at: begin = 0n } = {}] = joinedQuarters([quarter], HOUR, zone);
          expect(hourOf(begin)).toBe(hourOf(quarter.at));
          expect(quarter.at - begin).toBeGreaterThanOrEqual(0n);
          expect(quarter.at - begin).toBeLessThan(HOUR);
        }
        const begins = joined.map(({ at: begin }) => begin);
        expect(begins).toEqual(begins.toSorted((a, b) => Number(a - b)));
      }),
    );
  });

  it('are hours of a clock that is moved by half an hour, before it and after it', () => {
    // 2:00 is followed by 2:30 at 15:30 of UTC.
    const counted = ['15:15', '15:30', '15:45', '16:15', '16:30'].map((time) => at(`2026-10-03T${time}:00Z`));
    expect(texts(joinedQuarters(counted, HOUR, 'Australia/Lord_Howe'))).toEqual([
      '2026-10-03T14:30:00.000Z 1',
      '2026-10-03T15:30:00.000Z 1',
      '2026-10-03T15:45:00.000Z 1',
      '2026-10-03T16:00:00.000Z 2',
    ]);
  });

  it('are days of the zone', () => {
    const counted = [at('2026-03-13T18:15:00Z'), at('2026-03-13T18:30:00Z', 2), at('2026-03-14T18:15:00Z')];
    expect(texts(joinedQuarters(counted, DAY, 'Asia/Kolkata'))).toEqual([
      '2026-03-12T18:30:00.000Z 1',
      '2026-03-13T18:30:00.000Z 3',
    ]);
  });
});
