import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { calendarOf } from './calendar-weeks.ts';

const DAY = 86_400_000_000n;
/** A Sunday. */
const START = 1_772_323_200_000_000n;

const overTimeOf = (all: readonly (readonly [day: number, events: number])[]) => ({
  width: String(DAY),
  types: [{ type: 'A', types: 1, events: 0, q: 'type:A' }],
  counts: all.map(([day, events]) => ({ at: formatInstant(START + BigInt(day) * DAY), events: [events] })),
});
const NO_RANGE = { from: null, to: null };

const days = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: 1, max: 99 })), {
    minLength: 1,
    maxLength: 60,
    selector: ([day]) => day,
  })
  .map((all) => all.toSorted(([a], [b]) => a - b));

describe('the calendar', () => {
  it('has every event once or says that it lies before, in weeks that follow each other from Mondays', () => {
    fc.assert(
      fc.property(days, (all) => {
        const calendar = calendarOf({ overTime: overTimeOf(all), range: NO_RANGE });
        const { weeks = [], earlier = 0 } = calendar ?? {};
        const shown = weeks.flat().filter((day) => day !== null);
        const sum = shown.reduce((total, { events }) => total + events, earlier);
        expect(sum).toBe(all.reduce((total, [, events]) => total + events, 0));
        expect(weeks.length).toBeLessThanOrEqual(53);
        for (const [nth, day] of shown.entries())
          expect(day.at - (shown[0]?.at ?? 0n)).toBe(BigInt(nth) * DAY);
        for (const week of weeks)
          for (const [nth, day] of week.entries())
            if (day !== null) expect((new Date(Number(day.at / 1000n)).getUTCDay() + 6) % 7).toBe(nth);
        for (const { events, level } of shown) expect(level > 0).toBe(events > 0);
      }),
    );
  });

  it('shows more events no paler', () => {
    fc.assert(
      fc.property(days, (all) => {
        const shown = calendarOf({ overTime: overTimeOf(all), range: NO_RANGE })?.weeks.flat() ?? [];
        const sorted = shown.filter((day) => day !== null).toSorted((a, b) => a.events - b.events);
        for (const [nth, day] of sorted.entries())
          expect(day.level).toBeGreaterThanOrEqual(sorted[nth - 1]?.level ?? 0);
      }),
    );
  });

  it('shows the days of the range also where nothing was, and asks for no more than the range has of them', () => {
    const range = { from: formatInstant(START + 5n), to: formatInstant(START + 20n * DAY) };
    const { weeks = [] } = calendarOf({ overTime: overTimeOf([[3, 1]]), range }) ?? {};
    const shown = weeks.flat().filter((day) => day !== null);
    expect(shown).toHaveLength(20);
    expect(shown[0]?.times).toEqual({ from: START + 5n, to: START + DAY });
    expect(shown.at(-1)?.times.to).toBe(START + 20n * DAY);
  });

  it('is none where nothing is', () => {
    expect(calendarOf({ overTime: overTimeOf([]), range: NO_RANGE })).toBeNull();
  });
});
