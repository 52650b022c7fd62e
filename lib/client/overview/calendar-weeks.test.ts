import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginOfDay, formatInstant } from '#core';
import { calendarOf } from './calendar-weeks.ts';

const DAY = 86_400_000_000n;
/** A Sunday. */
const START = 1_772_323_200_000_000n;

interface Counted {
  readonly day: number;
  readonly events: number;
  /** 0: it is left out, as days without a change are. */
  readonly fields: number;
}

/** As the server counts by days of a zone. */
function overTimeOf(all: readonly Counted[], clock = 'UTC') {
  const at = (day: number) => formatInstant(beginOfDay(clock, START + BigInt(day) * DAY + DAY / 2n));
  return {
    width: String(DAY),
    clock,
    types: [{ type: 'A', types: 1, events: 0, q: 'type:A' }],
    counts: all.map(({ day, events }) => ({ at: at(day), events: [events] })),
    changes: all.filter(({ fields }) => fields > 0).map(({ day, fields }) => ({ at: at(day), fields })),
  };
}

const NO_RANGE = { from: null, to: null };

const days = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: -600, max: 600 }),
      events: fc.integer({ min: 1, max: 99 }),
      fields: fc.nat({ max: 999 }),
    }),
    { minLength: 1, maxLength: 60, selector: ({ day }) => day },
  )
  .map((all) => all.toSorted((a, b) => a.day - b.day));
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Havana');

describe('the calendar', () => {
  it('has every event and change once or says that it lies before, in weeks that follow each other from Mondays', () => {
    fc.assert(
      fc.property(days, zones, (all, clock) => {
        const calendar = calendarOf({ overTime: overTimeOf(all, clock), range: NO_RANGE });
        const { weeks = [], earlier = null } = calendar ?? {};
        const shown = weeks.flat().filter((day) => day !== null);
        const sum = shown.reduce((total, { events }) => total + events, earlier?.events ?? 0);
        expect(sum).toBe(all.reduce((total, { events }) => total + events, 0));
        const since = shown[0]?.times.from ?? 0n;
        if (earlier !== null) expect(earlier.times).toEqual({ from: null, to: weeks[0]?.[0]?.times.from });
        const changed = all.filter(({ day }) => START + BigInt(day) * DAY + DAY / 2n > since);
        expect(shown.reduce((total, { fields }) => total + fields, 0)).toBe(
          changed.reduce((total, { fields }) => total + fields, 0),
        );
        expect(weeks.length).toBeLessThanOrEqual(53);
        for (const [nth, { day, times }] of shown.entries()) {
          expect(day - (shown[0]?.day ?? 0)).toBe(nth);
          expect(times.from).toBe(beginOfDay(clock, times.from ?? 0n));
          if (nth > 0) expect(times.from).toBe(shown[nth - 1]?.times.to);
        }
        for (const week of weeks)
          for (const [nth, day] of week.entries())
            if (day !== null) expect((new Date(day.day * 86_400_000).getUTCDay() + 6) % 7).toBe(nth);
        for (const { fields, level } of shown) expect(level > 0).toBe(fields > 0);
      }),
    );
  });

  it('shows more changes no paler, however many events made them', () => {
    fc.assert(
      fc.property(days, (all) => {
        const shown = calendarOf({ overTime: overTimeOf(all), range: NO_RANGE })?.weeks.flat() ?? [];
        const sorted = shown.filter((day) => day !== null).toSorted((a, b) => a.fields - b.fields);
        for (const [nth, day] of sorted.entries())
          expect(day.level).toBeGreaterThanOrEqual(sorted[nth - 1]?.level ?? 0);
      }),
    );
  });

  it('shows the days of the range also where nothing was, and asks for no more than the range has of them', () => {
    const range = { from: formatInstant(START + 5n), to: formatInstant(START + 20n * DAY) };
    const overTime = overTimeOf([{ day: 3, events: 1, fields: 2 }]);
    const { weeks = [] } = calendarOf({ overTime, range }) ?? {};
    const shown = weeks.flat().filter((day) => day !== null);
    expect(shown).toHaveLength(20);
    expect(shown[0]?.times).toEqual({ from: START + 5n, to: START + DAY });
    expect(shown.at(-1)?.times.to).toBe(START + 20n * DAY);
  });

  it('leaves out what the calendar of the zone does', () => {
    const day = (iso: string) => Number((BigInt(Date.parse(iso)) * 1000n - START) / DAY);
    const [before, behind] = [day('2011-12-20'), day('2012-01-10')];
    const all = [before, behind].map((one) => ({ day: one, events: 1, fields: 1 }));
    const { weeks = [] } = calendarOf({ overTime: overTimeOf(all, 'Pacific/Apia'), range: NO_RANGE }) ?? {};
    const missing = Date.parse('2011-12-30') / 86_400_000;
    const shown = weeks.flat().flatMap((one) => (one === null ? [] : [one.day]));
    expect(shown).toContain(missing - 1);
    expect(shown).not.toContain(missing);
    expect(shown).toContain(missing + 1);
  });

  it('is none where nothing is, and none of hours', () => {
    expect(calendarOf({ overTime: overTimeOf([]), range: NO_RANGE })).toBeNull();
    const overTime = { ...overTimeOf([{ day: 1, events: 1, fields: 1 }]), changes: null };
    expect(calendarOf({ overTime, range: NO_RANGE })).toBeNull();
  });
});
