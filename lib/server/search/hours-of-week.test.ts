import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_INSTANT, LAST_INSTANT } from '#core';
import { type CountedQuarter, hoursOfWeek } from './hours-of-week.ts';

const QUARTER = 900_000_000n;
const ZONES = ['UTC', 'Europe/Oslo', 'Asia/Kathmandu', 'America/St_Johns', '+05:45', '-03:30'];

const quarters = fc.array(
  fc.record({
    at: fc.bigInt({ min: FIRST_INSTANT, max: LAST_INSTANT }).map((at) => (at / QUARTER) * QUARTER),
    events: fc.integer({ min: 1, max: 9 }),
  }),
);

function filled(counted: readonly CountedQuarter[], zone: string): readonly string[] {
  const hours = hoursOfWeek(counted, zone);
  if (!hours.ok) throw new Error(hours.error.message);
  return hours.value.flatMap((row, day) =>
    row.flatMap((events, hour) => (events === 0 ? [] : [`${DAYS[day]} ${hour}: ${events}`])),
  );
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const at = (text: string, events = 1): CountedQuarter => ({ at: BigInt(Date.parse(text)) * 1000n, events });

describe('events by weekday and hour', () => {
  it('are all events, whatever the clock', () => {
    fc.assert(
      fc.property(quarters, fc.constantFrom(...ZONES), (counted, zone) => {
        const hours = hoursOfWeek(counted, zone);
        if (!hours.ok) throw new Error(hours.error.message);
        const all = hours.value.flat();
        expect(all).toHaveLength(7 * 24);
        expect(all.reduce((sum, events) => sum + events, 0)).toBe(
          counted.reduce((sum, { events }) => sum + events, 0),
        );
      }),
    );
  });

  it('agree with the calendar, for every day and before 1970 too', () => {
    fc.assert(
      fc.property(
        quarters.filter(({ length }) => length > 0),
        (counted) => {
          for (const one of counted) {
            const day = new Date(Number(one.at / 1000n));
            expect(filled([one], 'UTC')).toEqual([
              `${DAYS[(day.getUTCDay() + 6) % 7]} ${day.getUTCHours()}: ${one.events}`,
            ]);
          }
        },
      ),
    );
  });

  it('go by the clock of the zone, which is put forward and back', () => {
    const counted = [
      at('2026-03-28T23:15:00Z', 2),
      at('2026-03-29T00:45:00Z'),
      at('2026-03-29T01:00:00Z', 4),
    ];
    expect(filled(counted, 'Europe/Oslo')).toEqual(['Sun 0: 2', 'Sun 1: 1', 'Sun 3: 4']);
    expect(filled([at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')], 'Europe/Oslo')).toEqual([
      'Sun 2: 2',
    ]);
    expect(filled([at('2026-03-28T23:15:00Z')], '-03:30')).toEqual(['Sat 19: 1']);
  });

  it('refuse what is no zone', () => {
    expect(hoursOfWeek([], 'Atlantis')).toMatchObject({ ok: false, error: { code: 'CS-124' } });
  });
});
