/**
 * Events by weekday and hour on the clock of a zone: seven rows from Monday on, of 24 hours each.
 *
 * Law: all of them together are all events. A quarter of an hour lies within one hour of every clock that is ahead by whole quarters, which
 * are all that are in use.
 */
import { ok, type Result, secondsAhead, zoneAheadAt } from '#core';

export interface CountedQuarter {
  /** Microseconds since 1970 UTC. */
  readonly at: bigint;
  readonly events: number;
}

/** CS-121, CS-124: there is no such zone. */
export function hoursOfWeek(
  quarters: readonly CountedQuarter[],
  zone: string,
): Result<readonly (readonly number[])[]> {
  const known = secondsAhead(zone, 0);
  if (!known.ok) return known;
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { at, events } of quarters) {
    const seconds = Number(at / 1_000_000n);
    const local = Math.floor((seconds + zoneAheadAt(zone, seconds)) / HOUR);
    const row = hours[modulo(Math.floor(local / 24) + THURSDAY, 7)];
    if (row !== undefined) row[modulo(local, 24)] = (row[modulo(local, 24)] ?? 0) + events;
  }
  return ok(hours);
}

const HOUR = 3_600;
/** On which 1970 began. */
const THURSDAY = 3;

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
