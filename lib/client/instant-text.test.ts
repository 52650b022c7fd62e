import { describe, expect, it } from 'vitest';
import {
  dayText,
  gapText,
  instantIso,
  instantParts,
  instantText,
  spelledInstant,
  timeText,
} from './instant-text.ts';

const at = (iso: string, micros = 0n) => BigInt(Date.parse(iso)) * 1000n + micros;

describe('instants on screen', () => {
  it('keep microseconds, and drop a fraction that is not there', () => {
    expect(instantText(at('2026-03-03T14:02:11Z'))).toBe('2026-03-03 14:02:11 UTC');
    expect(instantText(at('2026-03-03T14:02:11.5Z'))).toBe('2026-03-03 14:02:11.500 UTC');
    expect(instantIso(at('2026-03-03T14:02:11.5Z', 7n))).toBe('2026-03-03T14:02:11.500007Z');
  });

  it('count backwards before 1970 without changing the second', () => {
    expect(instantText(-1n)).toBe('1969-12-31 23:59:59.999999 UTC');
    expect(instantText(at('1789-03-04T00:00:00Z'))).toBe('1789-03-04 00:00:00 UTC');
  });

  it('are written on the clock of a zone with its offset, which tells the two hours of an autumn night apart', () => {
    expect(instantText(at('2026-10-25T00:30:00.25Z'), 'Europe/Berlin')).toBe(
      '2026-10-25 02:30:00.250 +02:00',
    );
    expect(instantText(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30:00 +01:00');
    expect(instantIso(at('2026-01-01T00:00:00Z'), 'America/St_Johns')).toBe('2025-12-31T20:30:00-03:30');
    expect(timeText(at('2026-01-01T00:00:00Z'), 'Asia/Kathmandu')).toBe('05:45:00');
  });

  it('name the day', () => {
    expect(dayText(at('2026-03-03T23:59:59Z', 999_999n))).toBe('Tue 3 March 2026');
  });
});

describe('gaps', () => {
  it.each([
    [0n, '±0'],
    [900n, '+900 µs'],
    [2_382_000n, '+2.4 s'],
    [59_960_000n, '+1 min'],
    [61_000_000n, '+1 min 1 s'],
    [-7_200_000_000n, '−2 h'],
    [273_600_000_000n, '+3 d 4 h'],
    // 7 ms less than 1 d 16 h.
    [143_999_993_000n, '+1 d 16 h'],
  ])('%s µs reads %s', (micros, text) => {
    expect(gapText(1000n, 1000n + micros)).toBe(text);
  });
});

it('says the time of day to the second, before 1970 too', () => {
  for (const micros of [0n, 86_399_999_999n, -1n, -86_400_000_001n, 1_767_225_600_000_001n])
    expect(timeText(micros)).toBe(instantParts(micros).time.slice(0, 8));
});

it('spells an instant for sentences', () => {
  expect(spelledInstant(at('2026-03-03T14:02:11.5Z'))).toBe('3 March 2026, 14:02:11.500 UTC');
});
