import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_STEPS, floorTo, nextFrom } from '#client/calendar';
import { positionsOf } from '#client/playhead-positions';
import { streamAt } from '#client/playhead-test-stream';
import { eventTicks, MIN_GAP, timeTicks } from './ticks.ts';

const ms = (text: string): number => Date.parse(text);

const labels = (from: string, to: string, width = 1000): string[] => {
  const origin = ms(from);
  return timeTicks({ from: 0, to: ms(to) - origin }, origin, width).ticks.map(({ label }) => label);
};

const instants = fc.integer({ min: ms('1685-02-01T00:00:00Z'), max: ms('2254-11-30T00:00:00Z') });

describe('the calendar', () => {
  it('has for every instant and step a round place at or before it and one after it', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...CALENDAR_STEPS), (at, step) => {
        const floor = floorTo(at, step);
        expect(floor).toBeLessThanOrEqual(at);
        expect(nextFrom(floor, step)).toBeGreaterThan(at);
        expect(floorTo(floor, step)).toBe(floor);
      }),
    );
  });
});

describe('microseconds', () => {
  it('are floored to round ones without falling into the gaps between doubles', () => {
    const start = ms('2026-03-03T14:02:11.500Z');
    const tens = { unit: 'microsecond', every: 10, about: 0.01 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (micros) => {
        const floor = floorTo(start + micros / 1000, tens);
        expect(Math.round((floor - start) * 1000)).toBe(Math.floor(micros / 10) * 10);
      }),
    );
  });
});

describe('ticks of time', () => {
  it('ascend, lie inside the window and are not crowded', () => {
    const spans = fc.double({ min: Math.log(0.02), max: Math.log(9e12), noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(instants, spans, fc.integer({ min: 300, max: 3000 }), (origin, length, width) => {
        const { ticks } = timeTicks({ from: 0, to: length }, origin, width);
        const fuzz = 0.001;
        let before = Number.NEGATIVE_INFINITY;
        for (const { place } of ticks) {
          expect(place).toBeGreaterThanOrEqual(-fuzz);
          expect(place).toBeLessThanOrEqual(length + fuzz);
          expect(place).toBeGreaterThan(before);
          before = place;
        }
        // Two days before a short month's end may stand half a step apart.
        expect(ticks.length).toBeLessThanOrEqual((width / MIN_GAP) * 1.2 + 2);
      }),
    );
  });

  it('say the year at its start', () => {
    expect(labels('2025-10-15T00:00:00Z', '2026-05-10T00:00:00Z')).toEqual([
      'Nov',
      'Dec',
      '2026',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ]);
  });

  it('say the day at midnight', () => {
    expect(labels('2026-03-02T17:00:00Z', '2026-03-03T13:00:00Z')).toContain('3 Mar');
    expect(labels('2026-03-02T17:00:00Z', '2026-03-03T13:00:00Z')).toContain('18:00');
  });

  it('stand on Mondays when they are weeks apart', () => {
    const origin = ms('2026-02-20T00:00:00Z');
    const { ticks, context } = timeTicks({ from: 0, to: 60 * 86_400_000 }, origin, 1000);
    for (const { place } of ticks) expect(new Date(origin + place).getUTCDay()).toBe(1);
    expect(context).toBe('Feb 2026');
  });

  it('go down to microseconds', () => {
    const origin = ms('2026-03-03T14:02:11.500Z');
    const { ticks, context } = timeTicks({ from: 0, to: 0.02 }, origin, 500);
    expect(ticks.map(({ label }) => label)).toContain('11.500005 s');
    expect(context).toBe('3 Mar 2026 14:02');
  });

  it('stand on the midnights of a zone, one each day, where the clock changes too', () => {
    const from = ms('2026-03-26T12:00:00Z');
    const to = ms('2026-04-01T12:00:00Z');
    const { ticks } = timeTicks({ from: 0, to: to - from }, from, 700, { zone: 'Europe/Berlin' });
    expect(ticks.map(({ place }) => new Date(from + place).toISOString())).toEqual([
      '2026-03-26T23:00:00.000Z',
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
    expect(ticks.map(({ label }) => label)).toEqual([
      '27 Mar',
      '28 Mar',
      '29 Mar',
      '30 Mar',
      '31 Mar',
      '1 Apr',
    ]);
  });

  it('go through both passes of an hour that an autumn night has twice', () => {
    const from = ms('2026-10-25T00:00:00Z');
    const { ticks } = timeTicks({ from: 0, to: 2 * 3_600_000 }, from, 700, { zone: 'Europe/Berlin' });
    const labels = ticks.map(({ label }) => label);
    expect(labels.filter((label) => label === '02:30')).toHaveLength(2);
  });

  it('leave folds out, and say in full where the line goes on behind one', () => {
    const origin = ms('2026-03-03T12:00:00Z');
    const hour = 3_600_000;
    const { columns } = streamAt(
      0,
      hour,
      2 * hour,
      3 * hour,
      402 * hour + hour / 2,
      403 * hour,
      404 * hour,
      405 * hour,
    );
    const { extent, folds } = positionsOf(columns, 'folded');
    expect(folds).toHaveLength(1);
    const { ticks } = timeTicks(extent, origin, 1000, { folds });
    expect(ticks.map(({ label }) => label)).toContain('20 Mar 06:30');
    for (const { place } of ticks)
      expect(folds.some(({ fromPlace, toPlace }) => place > fromPlace && place < toPlace)).toBe(false);
    const places = ticks.map(({ place }) => place);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('read years before 1970 as they are', () => {
    expect(labels('1958-06-01T00:00:00Z', '1972-01-02T00:00:00Z')).toEqual([
      '1960',
      '1962',
      '1964',
      '1966',
      '1968',
      '1970',
      '1972',
    ]);
  });
});

describe('ticks of events', () => {
  it('stand on round ordinals and not beyond the last', () => {
    const { ticks } = eventTicks({ from: -40, to: 4290 }, 1000, 4210, 'recorded');
    expect(ticks.map(({ label }) => label)).toEqual([
      '500',
      '1,000',
      '1,500',
      '2,000',
      '2,500',
      '3,000',
      '3,500',
      '4,000',
    ]);
    expect(eventTicks({ from: 0.5, to: 3.5 }, 1000, 3, 'recorded').ticks.map(({ label }) => label)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  it('are said to be places where the numbers of the events are others', () => {
    expect(eventTicks({ from: 0.5, to: 3.5 }, 1000, 3, 'recorded').context).toBeNull();
    expect(eventTicks({ from: 0.5, to: 3.5 }, 1000, 3, 'occurred').context).toBe('place');
  });
});
