import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsAhead, secondsAheadAt } from './zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const instants = fc.bigInt({
  min: BigInt(Date.UTC(1970, 0)) * 1000n,
  max: BigInt(Date.UTC(2037, 0)) * 1000n,
});
const at = (iso: string) => BigInt(Date.parse(iso)) * 1000n;

describe('the clock of a zone at an instant', () => {
  it('is read back as the same instant, or, where it shows a time twice, as the earlier one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (zone, micros) => {
        const seconds = Number(micros / 1_000_000n);
        const ahead = secondsAheadAt(zone, micros);
        const read = secondsAhead(zone, seconds + ahead);
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        const meant = seconds + ahead - read.value;
        expect(meant).toBeLessThanOrEqual(seconds);
        // The same reading, and so the same local time.
        expect(meant + secondsAheadAt(zone, BigInt(meant) * 1_000_000n)).toBe(seconds + ahead);
      }),
    );
  });

  it('changes in the second in which the zone puts it forward and back', () => {
    expect(secondsAheadAt('Europe/Berlin', at('2026-03-29T00:59:59.999Z'))).toBe(3_600);
    expect(secondsAheadAt('Europe/Berlin', at('2026-03-29T01:00:00Z'))).toBe(7_200);
    expect(secondsAheadAt('Europe/Berlin', at('2026-10-25T00:59:59.999Z'))).toBe(7_200);
    expect(secondsAheadAt('Europe/Berlin', at('2026-10-25T01:00:00Z'))).toBe(3_600);
    expect(secondsAheadAt('Asia/Kathmandu', -1n)).toBe(19_800);
    // One minute past midnight, and half a minute to.
    expect(secondsAheadAt('America/St_Johns', at('2010-03-14T03:30:30Z'))).toBe(-12_600);
    expect(secondsAheadAt('America/St_Johns', at('2010-03-14T03:31:30Z'))).toBe(-9_000);
    expect(secondsAheadAt('America/St_Johns', at('2010-11-07T02:31:30Z'))).toBe(-12_600);
    expect(secondsAheadAt('Africa/Monrovia', at('1972-01-07T00:44:40Z'))).toBe(0);
  });

  it('is refused where there is no such zone', () => {
    expect(() => secondsAheadAt('Atlantis', 0n)).toThrow('There is no time zone "Atlantis".');
  });
});
