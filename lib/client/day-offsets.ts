/**
 * How far the clock of a zone is ahead in the course of a day, so that two times of a night on which it is changed are told apart.
 *
 * Law: of two instants with the same day and time in the zone, offsetBeside gives different texts.
 */
import { secondsAheadAt } from '#core';
import { offsetText } from './instant-text.ts';
import { wallClock } from './wall-clock.ts';

/** `+01:00`; `+02:00, then +01:00` on the day of a change; empty for UTC. `day`: days since 1970 on the clock of the zone. */
export function offsetsOfDay(day: number, zone: string): string {
  if (zone === 'UTC') return '';
  const { toInstant } = wallClock(zone);
  const offsets = [toInstant(day * DAY_MS), toInstant((day + 1) * DAY_MS) - 1].map((at) =>
    offsetText(secondsAheadAt(zone, BigInt(at) * 1000n)),
  );
  return [...new Set(offsets)].join(', then ');
}

/** What stands beside the time of an event: its offset on the day of a change; null where the heading of the day says it. */
export function offsetBeside(micros: bigint, zone: string): string | null {
  if (zone === 'UTC') return null;
  const ahead = secondsAheadAt(zone, micros);
  const local = micros + BigInt(ahead) * 1_000_000n;
  const midnight = micros - (((local % DAY_MICROS) + DAY_MICROS) % DAY_MICROS);
  // Up to an hour more on either side: a day of a change is longer than its clock says.
  const isChanged = [midnight - HOUR_MICROS, midnight + DAY_MICROS + HOUR_MICROS].some(
    (at) => secondsAheadAt(zone, at) !== ahead,
  );
  return isChanged ? offsetText(ahead) : null;
}

const DAY_MS = 86_400_000;
const HOUR_MICROS = 3_600_000_000n;
const DAY_MICROS = 24n * HOUR_MICROS;
