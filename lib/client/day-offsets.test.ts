import { describe, expect, it } from 'vitest';
import { secondsAheadAt } from '#core';
import { offsetBeside, offsetsOfDay } from './day-offsets.ts';
import { instantParts } from './instant-text.ts';

const at = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('offsets of a day', () => {
  it('are said once, or both where the clock is changed', () => {
    expect(offsetsOfDay(day('2026-10-24'), 'Europe/Berlin')).toBe('+02:00');
    expect(offsetsOfDay(day('2026-10-25'), 'Europe/Berlin')).toBe('+02:00, then +01:00');
    expect(offsetsOfDay(day('2026-10-26'), 'Europe/Berlin')).toBe('+01:00');
    expect(offsetsOfDay(day('2026-10-25'), 'UTC')).toBe('');
  });

  it('stand beside every event of such a day, and beside no other', () => {
    expect(offsetBeside(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('+02:00');
    expect(offsetBeside(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('+01:00');
    expect(offsetBeside(at('2026-10-25T20:00:00Z'), 'Europe/Berlin')).toBe('+01:00');
    expect(offsetBeside(at('2026-10-23T20:00:00Z'), 'Europe/Berlin')).toBeNull();
    expect(offsetBeside(at('2026-10-25T00:30:00Z'), 'UTC')).toBeNull();
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Atlantic/Azores'])(
    'tell apart what looks the same in %s',
    (zone) => {
      const first = Date.UTC(2011, 0);
      let pairs = 0;
      for (let quarter = 0; quarter < 366 * 96; quarter += 2) {
        const one = BigInt(first + quarter * 900_000) * 1000n;
        for (const later of [one + HALF_AN_HOUR, one + 2n * HALF_AN_HOUR]) {
          if (secondsAheadAt(zone, later) === secondsAheadAt(zone, one)) continue;
          const [before, behind] = [instantParts(one, zone), instantParts(later, zone)];
          if (before.date !== behind.date || before.time !== behind.time) continue;
          pairs += 1;
          expect(offsetBeside(one, zone)).toBe(before.offset);
          expect(offsetBeside(later, zone)).toBe(behind.offset);
        }
      }
      expect(pairs).toBeGreaterThan(0);
    },
  );
});

const HALF_AN_HOUR = 1_800_000_000n;
