import { describe, expect, it } from 'vitest';
import { instantOfAsOf, shortAsOf, spelledAsOf } from './app-time-words.ts';

describe('the moment of the app in words', () => {
  it('spells instants in the zone, with all their digits', () => {
    expect(spelledAsOf('2026-03-14T12:00:00Z', 'UTC')).toBe('14 March 2026, 12:00:00 UTC');
    expect(spelledAsOf('2026-03-14T23:30:00.000001Z', 'Europe/Berlin')).toBe(
      '15 March 2026, 00:30:00.000001 +01:00',
    );
  });

  it('names positions and now', () => {
    expect(spelledAsOf('@81204', 'UTC')).toBe('position @81204 of the log');
    expect(shortAsOf('@81204', 'UTC')).toBe('@81204');
    expect(shortAsOf(null, 'UTC')).toBe('Now');
    expect(shortAsOf('2026-03-14T12:00:00+02:00', 'UTC')).toBe('2026-03-14 10:00:00 UTC');
    expect(instantOfAsOf('@1')).toBeNull();
    expect(instantOfAsOf('1970-01-01T00:00:01Z')).toBe(1_000_000n);
  });
});
