import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '#core';
import { instantParts } from './instant-text.ts';
import { readLocalTime } from './local-time.ts';

describe('a time on the clock of a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29 01:30 or 2026-03-29 03:30'],
    ['Europe/Berlin', '2026-03-29T02:00:07', '2026-03-29 01:00:07 or 2026-03-29 03:00:07'],
    ['America/New_York', '2026-03-08 02:15', '2026-03-08 01:15 or 2026-03-08 03:15'],
    ['Australia/Lord_Howe', '2026-10-04 02:10', '2026-10-04 01:40 or 2026-10-04 02:40'],
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-29 12:00 or 2011-12-31 12:00'],
  ])('%s skips %s, and says what is near', (zone, written, near) => {
    const read = readLocalTime(written, zone);
    const [day, time] = written.split(/[ T]/);
    expect(read).toEqual({
      problem: `${time} does not exist on ${day} in ${zone.replaceAll('_', ' ')}: the clock is put forward over it. Write ${near}.`,
    });
  });

  it.each([
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z', '+02:00', '2026-10-25T02:30+01:00'],
    [
      'America/New_York',
      '2026-11-01 01:30:15.5',
      '2026-11-01T05:30:15.500Z',
      '-04:00',
      '2026-11-01T01:30:15.5-05:00',
    ],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00Z', '+11:00', '2026-04-05T01:45+10:30'],
  ])(
    '%s shows %s twice: the first is taken, the second can be written',
    (zone, written, text, first, second) => {
      const read = readLocalTime(written, zone);
      expect(read).toMatchObject({ text });
      expect(read).toHaveProperty(
        'note',
        expect.stringContaining(`This is the first, ${first}; write ${second} for the second`),
      );
    },
  );

  it('begins a day where its clock does, and refuses one that was left out', () => {
    expect(readLocalTime('2018-11-04', 'America/Sao_Paulo')).toEqual({
      text: '2018-11-04T03:00:00Z',
      note: null,
    });
    expect(readLocalTime('2026-03-03', 'Europe/Berlin')).toEqual({
      text: '2026-03-02T23:00:00Z',
      note: null,
    });
    expect(readLocalTime('2011-12-30', 'Pacific/Apia')).toEqual({
      problem: '2011-12-30 does not exist in Pacific/Apia: the calendar left it out.',
    });
  });

  it('reads back every time that a clock shows, to the microsecond', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe');
    const micros = fc.bigInt({ min: 0n, max: 2_000_000_000_000_000n });
    fc.assert(
      fc.property(zones, micros, (zone, at) => {
        const { date, time } = instantParts(at, zone);
        const read = readLocalTime(`${date} ${time}`, zone);
        if (read === null || !('text' in read)) throw new Error(`${date} ${time} was not read.`);
        const instant = parseInstant(read.text);
        // The first of two that look the same.
        const found = instant.ok ? instant.value.micros : -1n;
        expect(found <= at).toBe(true);
        expect(instantParts(found, zone)).toMatchObject({ date, time });
        expect(read.note === null).toBe(found === at && !isTwice(zone, at));
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01 10:00', '2026-01-01 24:00', '2026-01-01 10:60', 'soon'])(
    '%s is none',
    (written) => {
      expect(readLocalTime(written, 'Europe/Berlin')).toBeNull();
    },
  );
});

/** Whether the clock shows the same again within a day. */
function isTwice(zone: string, at: bigint): boolean {
  const shown = instantParts(at, zone);
  return [1_800n, 3_600n, 7_200n].some((seconds) => {
    const later = instantParts(at + seconds * 1_000_000n, zone);
    return later.date === shown.date && later.time === shown.time;
  });
}
