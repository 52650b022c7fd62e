import { describe, expect, it } from 'vitest';
import { parseMoment } from '#core';
import { goToText } from './go-to-text.ts';

describe('what is typed into Go to', () => {
  it.each([
    [' 812 ', '812'],
    ['#33', '33'],
    ['1,206', '1206'],
    ['#1,206', '1206'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'206", '1206'],
  ])('%j is the version %s', (typed, text) => {
    expect(goToText(typed)).toBe(text);
  });

  it.each([
    ['@5,140', '@5140'],
    [' @1 234 567 ', '@1234567'],
  ])('%j is the position %s', (typed, text) => {
    expect(goToText(typed)).toBe(text);
  });

  it.each([
    ['2026-03-03T14:02Z', '2026-03-03T14:02:00Z'],
    ['2026-03-03t14:02z', '2026-03-03t14:02:00z'],
    ['2026-03-03T14:02+02:00', '2026-03-03T14:02:00+02:00'],
    ['2026-03-03T14:02-09:30', '2026-03-03T14:02:00-09:30'],
  ])('%s is the instant %s', (typed, text) => {
    expect(goToText(typed)).toBe(text);
    expect(parseMoment(goToText(typed))).toMatchObject({ ok: true, value: { kind: 'instant' } });
  });

  it.each([
    'latest',
    '@81204',
    '2026-03-03T14:02:11Z',
    '2026-03-03T14:02:11+02:00',
    '2026-03-03T14:02',
    '2026-03-03T14Z',
    '1,2',
    '@1,2',
    '1.206',
    ',206',
    'next Tuesday',
  ])('leaves %s as it is', (typed) => {
    expect(goToText(typed)).toBe(typed);
  });
});
