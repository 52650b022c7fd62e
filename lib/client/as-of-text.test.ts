import { describe, expect, it } from 'vitest';
import { readAsOf } from './as-of-text.ts';

const NOW = Date.UTC(2026, 2, 20, 10, 30);

const read = (typed: string, zone = 'UTC') => readAsOf(typed, { now: NOW, zone });

describe('the moment of the app', () => {
  it.each([
    ['2026-03-14T12:00:00Z', '2026-03-14T12:00:00Z'],
    ['2026-03-14T12:00:00.5+01:00', '2026-03-14T12:00:00.5+01:00'],
    ['2026-03-14', '2026-03-14T00:00:00Z'],
    ['2026-03-14 12:00', '2026-03-14T12:00:00Z'],
    ['2026-03', '2026-03-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
    ['2h ago', '2026-03-20T08:30:00Z'],
    ['2h', '2026-03-20T08:30:00Z'],
    ['1mo ago', '2026-02-20T10:30:00Z'],
    ['today', '2026-03-20T00:00:00Z'],
    ['Yesterday', '2026-03-19T00:00:00Z'],
    ['@81204', '@81204'],
    ['@81,204', '@81204'],
  ])('reads %s', (typed, asOf) => {
    expect(read(typed)).toMatchObject({ asOf });
  });

  it.each(['', ' ', 'now', 'latest'])('takes %j for now', (typed) => {
    expect(read(typed)).toEqual({ asOf: null, note: null });
  });

  it('reads days and times on the clock of the zone', () => {
    expect(read('2026-03-14', 'Europe/Berlin')).toMatchObject({ asOf: '2026-03-13T23:00:00Z' });
    expect(read('today', 'Europe/Berlin')).toMatchObject({ asOf: '2026-03-19T23:00:00Z' });
    expect(read('2026-10-25 02:30', 'Europe/Berlin')).toMatchObject({
      asOf: '2026-10-25T00:30:00Z',
      note: expect.stringContaining('comes twice'),
    });
  });

  it.each([
    ['#12', /A version belongs to one entity/],
    ['812', /A version belongs to one entity/],
    ['soon', /“soon” is no moment/],
    ['2026-02-30', /^2026-02-30 does not exist: that month has 28 days\.$/],
  ])('refuses %s', (typed, why) => {
    expect(read(typed)).toEqual({ problem: expect.stringMatching(why) });
  });

  it('refuses a time that the clock skips', () => {
    expect(read('2026-03-29 02:30', 'Europe/Berlin')).toEqual({
      problem: expect.stringContaining('does not exist'),
    });
  });
});
