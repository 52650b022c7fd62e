/**
 * Quarters of an hour put together into quarters, hours or days on the clock of a zone.
 *
 * Law: what is joined lies in one hour, or day, of the clock of the zone. Of an hour in which the clock is moved, the quarters after that stay
 * by themselves.
 */
import { beginOfDay, zoneAheadAt } from '#core';
import type { CountedQuarter } from './hours-of-week.ts';

export const DAY = 86_400_000_000n;

/** Ascending, as the quarters are. Throws where there is no such zone. */
export function joinedQuarters(
  quarters: readonly CountedQuarter[],
  width: bigint,
  zone: string,
): readonly CountedQuarter[] {
  const counts = new Map<bigint, number>();
  for (const { at, events } of quarters) {
    const begin = width === DAY ? beginOfDay(zone, at) : beginOfPart(at, width, zone);
    counts.set(begin, (counts.get(begin) ?? 0) + events);
  }
  return [...counts].map(([at, events]) => ({ at, events }));
}

function beginOfPart(at: bigint, width: bigint, zone: string): bigint {
  const ahead = aheadAt(zone, at);
  const begin = at - modulo(at + ahead, width);
  return aheadAt(zone, begin) === ahead ? begin : at;
}

/** Quarters, and what they are joined to, are whole seconds. */
const aheadAt = (zone: string, at: bigint): bigint =>
  BigInt(zoneAheadAt(zone, Number(at / 1_000_000n))) * 1_000_000n;

const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;
