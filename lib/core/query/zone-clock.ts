/**
 * The clock and calendar of a zone, as a query writes times: in whole seconds since 1970, on its own clock (local) and in UTC.
 *
 * A reading that the clock skips is none, except where a stretch begins: a day whose midnight was skipped begins behind the leap. One that it
 * shows twice is the first of the two.
 */
import type { Result } from '../result.ts';
import { secondsAhead, secondsAheadAt } from '../time/zone.ts';

export const DAY = 86_400;

/** What the clock shows at an instant. Throws where there is no such zone. */
export function localSeconds(zone: string, seconds: number): number {
  return seconds + zoneAheadAt(zone, seconds);
}

/** The instant that a reading means, or the first behind the leap that skips it. Throws where there is no such zone. */
export function beginningAt(zone: string, local: number): number {
  const ahead = secondsAhead(zone, local);
  return local - (ahead.ok ? ahead.value : zoneAheadAt(zone, local - DAY));
}

/** As far before and behind the leap as a reading that it skips lies in it. */
export function aroundLeap(zone: string, local: number): readonly [before: number, behind: number] {
  const leap = zoneAheadAt(zone, local + DAY) - zoneAheadAt(zone, local - DAY);
  return [local - leap, local + leap];
}

/** Fails with CS-124 or CS-121. */
export function checkZone(zone: string): Result<unknown> {
  return secondsAhead(zone, 0);
}

/** Seconds, at an instant. Throws where there is no such zone. */
export function zoneAheadAt(zone: string, seconds: number): number {
  // A zone that is an offset is never elsewhere.
  const fixed = /^[Zz+-]/.test(zone) ? secondsAhead(zone, 0) : null;
  return fixed?.ok === true ? fixed.value : secondsAheadAt(zone, BigInt(seconds) * 1_000_000n);
}
