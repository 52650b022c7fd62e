import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock } from './wall-clock.ts';

const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe');
const instants = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2037, 0) });

describe('the clock of a zone', () => {
  it('shows again what it showed, and at the first instant that it showed it', () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const { toLocal, toInstant } = wallClock(zone);
        const local = toLocal(at);
        expect(toLocal(toInstant(local))).toBe(local);
        expect(toInstant(local)).toBeLessThanOrEqual(at);
      }),
    );
  });

  it('knows every instant of a reading, the first one first', () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const { toLocal, toInstant, instantsOf } = wallClock(zone);
        const all = instantsOf(toLocal(at));
        expect(all).toContain(at);
        expect(all[0]).toBe(toInstant(toLocal(at)));
        expect(all.every((each) => toLocal(each) === toLocal(at))).toBe(true);
      }),
    );
    expect(wallClock('Europe/Berlin').instantsOf(Date.UTC(2026, 2, 29, 2, 30))).toEqual([]);
  });

  it('takes a reading that it skips for one behind the leap', () => {
    const { toInstant } = wallClock('Europe/Berlin');
    expect(new Date(toInstant(Date.UTC(2026, 2, 29, 2, 30))).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});
