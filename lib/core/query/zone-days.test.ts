import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './written-time.ts';
import { beginOfDay } from './zone-days.ts';

const HOUR = 3_600_000_000n;
const ZONES = [
  'UTC',
  '+05:45',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const at = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const instants = fc.bigInt({ min: at('1995-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });

describe('the days of a zone', () => {
  it('begin no later than what lies in them, where the day before has ended, and are as long as days are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, micros) => {
        const begin = beginOfDay(zone, micros);
        expect(begin).toBeLessThanOrEqual(micros);
        expect(beginOfDay(zone, begin)).toBe(begin);
        const before = beginOfDay(zone, begin - 1n);
        expect(begin - before).toBeGreaterThanOrEqual(23n * HOUR);
        expect(begin - before).toBeLessThanOrEqual(25n * HOUR);
        expect(micros - begin).toBeLessThan(25n * HOUR);
      }),
    );
  });

  it('begin where a written day does', () => {
    const days = fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2030-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, (zone, ms) => {
        const day = new Date(ms).toISOString().slice(0, 10);
        const read = readTime(day, { zone, now: 0n });
        if (read.ok) expect(beginOfDay(zone, read.value.end - 1n)).toBe(read.value.start);
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-29T22:00:00Z'],
    ['Asia/Kolkata', '2026-03-01T18:29:59Z', '2026-02-28T18:30:00Z'],
    // Its midnight is skipped, and shown twice.
    ['America/Havana', '2026-03-08T05:00:00Z', '2026-03-08T05:00:00Z'],
    ['America/Havana', '2026-11-01T05:30:00Z', '2026-11-01T04:00:00Z'],
    // One minute into the day the clock went back into the day before.
    ['America/St_Johns', '2010-11-07T02:45:00Z', '2010-11-07T02:30:00Z'],
    // The calendar left out 30 December.
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T10:00:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['Africa/Monrovia', '1970-06-30T12:00:00Z', '1970-06-30T00:44:30Z'],
  ])('of %s: at %s it is the one that began %s', (zone, instant, begin) => {
    expect(beginOfDay(zone, at(instant))).toBe(at(begin));
  });
});
