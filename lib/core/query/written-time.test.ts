import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_INSTANT, formatInstant, LAST_INSTANT, parseInstant } from '../time/instant.ts';
import { parseQuery } from './parse-query.ts';
import { timesOf } from './times-of.ts';

const at = (iso: string) => {
  const instant = parseInstant(iso);
  if (!instant.ok) throw new Error(instant.error.message);
  return instant.value.micros;
};

const NOW = '2026-03-30T09:30:00.250Z';

const timesIn = (text: string, zone: string, now = NOW) => {
  const parsed = parseQuery(`occurred:${text}`, { now: at(now), zone });
  if (!parsed.ok) return parsed.error.message;
  const times = timesOf(parsed.value.query, 'occurred');
  return [times?.from, times?.to].map((end) => (end == null ? null : formatInstant(end)));
};

describe('times are read', () => {
  it.each([
    ['2026', 'UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['2026-03', 'Europe/Berlin', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'],
    ['2026-12', 'UTC', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    // The clock is put forward on this day, and back on the next: they are an hour shorter and longer than others.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    // The first hour of this one was skipped.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z', '2026-09-07T03:00:00Z'],
    ['2026-09-05', 'America/Santiago', '2026-09-05T04:00:00Z', '2026-09-06T04:00:00Z'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['2026-03-01T10:00', 'Europe/Berlin', '2026-03-01T09:00:00Z', '2026-03-01T09:01:00Z'],
    ['"2026-03-01 10:00"', 'Europe/Berlin', '2026-03-01T09:00:00Z', '2026-03-01T09:01:00Z'],
    ['2026-03-01T10:00', '+05:30', '2026-03-01T04:30:00Z', '2026-03-01T04:31:00Z'],
    ['2026-03-01T10:00:05', 'UTC', '2026-03-01T10:00:05Z', '2026-03-01T10:00:06Z'],
    ['2026-03-01T10:00:05.5', 'UTC', '2026-03-01T10:00:05.500Z', '2026-03-01T10:00:05.600Z'],
    ['2026-03-01T10:00:05.1234567Z', 'UTC', '2026-03-01T10:00:05.123456Z', '2026-03-01T10:00:05.123457Z'],
    ['2026-03-01T10:00+02:00', 'UTC', '2026-03-01T08:00:00Z', '2026-03-01T08:01:00Z'],
    // Shown twice: the first is meant, and an offset says the second.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T00:31:00Z'],
    ['2026-10-25T02:30+01:00', 'Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25T01:31:00Z'],
    ['2016-12-31T23:59:60Z', 'UTC', '2016-12-31T23:59:59.999999Z', '2017-01-01T00:00:00Z'],
    ['2026-03-01..2026-03-02', 'UTC', '2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z'],
    ['2026-03-01..<2026-03-02', 'UTC', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'],
    ['2026-03..', 'UTC', '2026-03-01T00:00:00Z', null],
    ['..2026-03', 'UTC', null, '2026-04-01T00:00:00Z'],
    ['..<2026-03', 'UTC', null, '2026-03-01T00:00:00Z'],
    ['>2026-03-01', 'UTC', '2026-03-02T00:00:00Z', null],
    ['>=2026-03-01', 'UTC', '2026-03-01T00:00:00Z', null],
    ['<2026-03-01', 'UTC', null, '2026-03-01T00:00:00Z'],
    ['<=2026-03-01', 'UTC', null, '2026-03-02T00:00:00Z'],
    ['2255', 'UTC', '2255-01-01T00:00:00Z', '2256-01-01T00:00:00Z'],
    ['2255-12-31', '-12:00', '2255-12-31T12:00:00Z', '2256-01-01T00:00:00Z'],
    ['now', 'UTC', NOW, null],
    ['2h', 'UTC', '2026-03-30T07:30:00.250Z', null],
    ['-90s', 'UTC', '2026-03-30T09:28:30.250Z', null],
    ['now-5m', 'UTC', '2026-03-30T09:25:00.250Z', null],
    ['<now+1h', 'UTC', null, '2026-03-30T10:30:00.250Z'],
    ['-2h..now', 'UTC', '2026-03-30T07:30:00.250Z', '2026-03-30T09:30:00.250001Z'],
    ['today', 'Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30T22:00:00Z'],
    ['yesterday', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['yesterday..today', 'Asia/Kathmandu', '2026-03-28T18:15:00Z', '2026-03-30T18:15:00Z'],
    // 11:30 in Berlin, which was an hour nearer to UTC before the clock was put forward.
    ['2d', 'Europe/Berlin', '2026-03-28T10:30:00.250Z', null],
    ['48h', 'Europe/Berlin', '2026-03-28T09:30:00.250Z', null],
    ['1w', 'UTC', '2026-03-23T09:30:00.250Z', null],
    ['1mo', 'UTC', '2026-02-28T09:30:00.250Z', null],
    ['15mo', 'UTC', '2024-12-30T09:30:00.250Z', null],
    ['1y', 'UTC', '2025-03-30T09:30:00.250Z', null],
  ])('%s in %s', (text, zone, from, to) => {
    expect(timesIn(text, zone)).toEqual([from, to]);
  });

  it('keep the time of day over a change of the clock, or go on behind what it skips', () => {
    expect(timesIn('1d', 'Europe/Berlin', '2026-03-30T00:30:00Z')).toEqual(['2026-03-29T01:30:00Z', null]);
    expect(timesIn('1mo', 'UTC', '2024-03-31T10:00:00Z')).toEqual(['2024-02-29T10:00:00Z', null]);
  });

  it('on the axis that is named', () => {
    const parsed = parseQuery('recorded:2026', { now: 0n, zone: 'UTC' });
    expect(parsed.ok && parsed.value.query).toMatchObject({ kind: 'time', axis: 'recorded' });
    expect(parsed.ok && timesOf(parsed.value.query, 'occurred')).toBeNull();
  });
});

describe('what is no time is refused', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T02:30:00 does not exist in Europe/Berlin'],
    ['2026-03-29T02:30', 'Europe/Berlin', 'Write 2026-03-29T01:30:00 or 2026-03-29T03:30:00.'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30 does not exist in Pacific/Apia: the calendar left it out.'],
    ['2026-02-29', 'UTC', '2026-02-29 does not exist: that month has 28 days.'],
    ['2026-13', 'UTC', 'There is no month 13.'],
    ['2026-03-01T10:00:60', 'UTC', 'Second 60'],
    ['2026-03-01T10:00+99:00', 'UTC', 'There is no offset'],
    ['1684', 'UTC', 'outside the years 1685 to 2255'],
    ['9999-01-01', 'UTC', 'outside the years 1685 to 2255'],
    ['1000y', 'UTC', 'outside the years 1685 to 2255'],
    ['999999mo', 'UTC', 'outside the years 1685 to 2255'],
    ['now+999999w', 'UTC', 'outside the years 1685 to 2255'],
    ['03/04/2026', 'UTC', 'is no time'],
    ['now5h', 'UTC', 'is no time'],
    ['..', 'UTC', 'Write where the range begins'],
    ['2026..2025', 'UTC', 'it ends before it begins'],
    ['2026..<2026', 'UTC', 'Nothing lies in this range'],
    ['2256-01-01T00:00:00Z', 'UTC', 'Nothing lies in this range'],
    ['2026', 'Mars/Olympus', '"Mars/Olympus" is no time zone.'],
  ])('%s in %s', (text, zone, words) => {
    expect(timesIn(text, zone)).toContain(words);
  });
});

describe('days', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/Santiago', 'Pacific/Apia', 'Australia/Lord_Howe', '-03:30'];
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), days, (zone, date) => {
        const [day, next] = [0, 1].map((more) =>
          new Date(date.getTime() + more * 86_400_000).toISOString().slice(0, 10),
        );
        const [one, other] = [timesIn(day ?? '', zone), timesIn(next ?? '', zone)];
        if (typeof one !== 'string' && typeof other !== 'string') expect(one[1]).toBe(other[0]);
      }),
    );
  });

  it('hold every instant of a year', () => {
    expect(timesIn(`>=${formatInstant(FIRST_INSTANT)}`, 'UTC')).toEqual([formatInstant(FIRST_INSTANT), null]);
    expect(timesIn(`<=${formatInstant(LAST_INSTANT)}`, 'UTC')).toEqual([null, '2256-01-01T00:00:00Z']);
  });
});
