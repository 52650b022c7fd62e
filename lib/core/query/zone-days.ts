/**
 * Days on the clock of a zone, as instants. A day ends where the next one begins, whatever its clock did in between: 23, 24 or 25 hours later.
 *
 * Law: beginOfDay(zone, t) is the last instant up to t with which a day of the zone begins, and a written day (`2026-03-29`) begins there.
 */
import { beginningAt, DAY, localSeconds, zoneAheadAt } from './zone-clock.ts';

/** In microseconds since 1970 UTC. Throws where there is no such zone. */
export function beginOfDay(zone: string, micros: bigint): bigint {
  const seconds = Number(micros / MICROS) - (micros % MICROS < 0n ? 1 : 0);
  // Around a change of the clock the day that it shows may have ended already, or not begun.
  let day = Math.floor(localSeconds(zone, seconds) / DAY) + 1;
  while (beginOf(zone, day) > seconds) day -= 1;
  return BigInt(beginOf(zone, day)) * MICROS;
}

const MICROS = 1_000_000n;
/** Of all zones together. */
const MOST_KEPT = 100_000;

const begins = new Map<string, number>();

/** `day`: since 1970 on the clock of the zone. Kept, because asking the rules of a zone is a thousand times the work of looking it up. */
function beginOf(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const kept = begins.get(key);
  if (kept !== undefined) return kept;
  // No zone changes its clock twice within two days.
  const [before, behind] = [zoneAheadAt(zone, (day - 1) * DAY), zoneAheadAt(zone, (day + 1) * DAY)];
  const begin = before === behind ? day * DAY - before : beginningAt(zone, day * DAY);
  if (begins.size >= MOST_KEPT) begins.clear();
  begins.set(key, begin);
  return begin;
}
