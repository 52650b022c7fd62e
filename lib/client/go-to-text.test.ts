import { describe, expect, it } from 'vitest';
import { parseMoment } from '#core';
import { readAsOf } from './as-of-text.ts';
import { goToText, readGoTo } from './go-to-text.ts';

const AT = { now: Date.UTC(2026, 2, 3, 14), zone: 'Europe/Berlin' };

describe('what is typed into Go to', () => {
  it.each([
    ['2h ago', '2026-03-03T12:00:00Z'],
    ['90 min ago', '2026-03-03T12:30:00Z'],
    ['1.5 hours ago', '2026-03-03T12:30:00Z'],
    ['3 days ago', '2026-02-28T14:00:00Z'],
    ['1 w ago', '2026-02-24T14:00:00Z'],
    ['2h', '2026-03-03T12:00:00Z'],
    ['now-2h', '2026-03-03T12:00:00Z'],
    ['1mo ago', '2026-02-03T14:00:00Z'],
    ['2 months ago', '2026-01-03T14:00:00Z'],
    ['1 year ago', '2025-03-03T14:00:00Z'],
    ['today', '2026-03-02T23:00:00Z'],
    ['Yesterday', '2026-03-01T23:00:00Z'],
  ])('%s is counted from now', (typed, text) => {
    expect(goToText(typed, AT)).toBe(text);
  });

  it.each([
    ['2026-03-03', '2026-03-02T23:00:00Z'],
    ['2026-03', '2026-02-28T23:00:00Z'],
    ['2026-07-01 14:02', '2026-07-01T12:02:00Z'],
    ['2026-03-03 14:02:11.5', '2026-03-03T13:02:11.500Z'],
    ['2026-03-03T14:02:11.000007', '2026-03-03T13:02:11.000007Z'],
  ])('%s is read on the clock of the screen', (typed, text) => {
    expect(goToText(typed, AT)).toBe(text);
  });

  it('says what is wrong with a time that the clock skips, and what to know of one that it shows twice', () => {
    expect(readGoTo('2026-03-29 02:30', AT).problem).toMatch(/^02:30 does not exist on 2026-03-29/);
    expect(readGoTo('2026-10-25 02:30', AT)).toMatchObject({
      text: '2026-10-25T00:30:00Z',
      problem: null,
      note: expect.stringContaining('write 2026-10-25T02:30+01:00 for the second'),
    });
    expect(goToText('2026-10-25T02:30+01:00', AT)).toBe('2026-10-25T02:30:00+01:00');
  });

  it.each([
    ['2026-02-30', '2026-02-30 does not exist: that month has 28 days.'],
    ['2026-02-30 10:00', '2026-02-30 does not exist: that month has 28 days.'],
    ['2026-02-30T10:00:00Z', '2026-02-30 does not exist: that month has 28 days.'],
    ['2026-13-01', 'There is no month 13.'],
    ['2026-03-03 25:00', 'There is no hour 25.'],
    ['1066-10-14', 'The year 1066 lies outside the years 1685 to 2255.'],
  ])('says of %s why it is no time', (typed, problem) => {
    expect(readGoTo(typed, AT).problem).toBe(problem);
  });

  it('reads now as the newest event', () => {
    expect(goToText('Now', AT)).toBe('latest');
  });

  it.each([
    [' 812 ', '812'],
    ['#33', '33'],
    ['1,206', '1206'],
    ['#1,206', '1206'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'206", '1206'],
  ])('%j is the version %s', (typed, text) => {
    expect(goToText(typed, AT)).toBe(text);
  });

  it.each([
    ['@5,140', '@5140'],
    [' @1 234 567 ', '@1234567'],
  ])('%j is the position %s', (typed, text) => {
    expect(goToText(typed, AT)).toBe(text);
  });

  it.each([
    ['2026-03-03T14:02Z', '2026-03-03T14:02:00Z'],
    ['2026-03-03t14:02z', '2026-03-03t14:02:00z'],
    ['2026-03-03T14:02+02:00', '2026-03-03T14:02:00+02:00'],
    ['2026-03-03T14:02-09:30', '2026-03-03T14:02:00-09:30'],
    // As the screen writes it.
    ['2026-03-03 14:02:11.500 UTC', '2026-03-03T14:02:11.500Z'],
    ['2026-03-03 14:02:11.500 +01:00', '2026-03-03T14:02:11.500+01:00'],
  ])('%s is the instant %s', (typed, text) => {
    expect(goToText(typed, AT)).toBe(text);
    expect(parseMoment(goToText(typed, AT))).toMatchObject({ ok: true, value: { kind: 'instant' } });
  });

  it.each([
    'latest',
    '@81204',
    '2026-03-03T14:02:11Z',
    '2026-03-03T14:02:11+02:00',
    '1,2',
    '@1,2',
    '1.206',
    ',206',
    'next Tuesday',
    'today-1',
    '2026',
    'id:2026-02-30',
    '2026-03-03/17',
  ])('leaves %s as it is', (typed) => {
    expect(readGoTo(typed, AT)).toEqual({ text: typed, problem: null, note: null });
  });

  it('takes for a time what the moment of the app does', () => {
    for (const typed of ['yesterday', '1mo ago', '3d', '2026-03', '2026-03-03 14:02', '2026-03-03T14:02Z'])
      expect(goToText(typed, AT)).toBe((readAsOf(typed, AT) as { asOf: string }).asOf);
  });
});
