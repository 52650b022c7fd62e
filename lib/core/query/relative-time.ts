/**
 * Times as seen from now: `now`, `2h` or `-2h` (ago), `now-7d`, `now+1h`, `today`, `yesterday`.
 *
 * Seconds, minutes and hours are counted; days, weeks, months (`mo`) and years go by the calendar of the zone and keep the time of day, so that
 * a day ago is the same time yesterday, also when the clock was changed in between. Where a month is too short, its last day is meant.
 */
import { ok, type Result } from '../result.ts';
import type { QueryClock } from './query-clock.ts';
import type { Stretch } from './read-range.ts';
import { beginningAt, DAY, localSeconds } from './zone-clock.ts';

/** null where it is written in another way; a failure is never one. */
export function readRelative(text: string, clock: QueryClock): Result<Stretch, never> | null {
  if (text === 'now') return ok(beginning(clock.now));
  if (text === 'today') return ok(dayBefore(0, clock));
  if (text === 'yesterday') return ok(dayBefore(1, clock));
  const match = /^(now)?([+-])?(\d{1,6})(s|mo|m|h|d|w|y)$/.exec(text);
  if (match === null) return null;
  const [, now, sign, digits, unit = ''] = match;
  if (now !== undefined && sign === undefined) return null;
  const count = Number(digits) * (sign === '+' ? 1 : -1);
  const seconds = SECONDS.get(unit);
  if (seconds !== undefined) return ok(beginning(clock.now + BigInt(count * seconds) * 1_000_000n));
  return ok(beginning(moved(count, unit, clock)));
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
]);

const beginning = (micros: bigint): Stretch => ({ start: micros, end: micros + 1n, isBeginning: true });

function dayBefore(days: number, clock: QueryClock): Stretch {
  const today = Math.floor(localSeconds(clock.zone, nowOf(clock).seconds) / DAY) * DAY;
  const [start, end] = [0, 1].map((next) => beginningAt(clock.zone, today + (next - days) * DAY));
  return { start: BigInt(start ?? 0) * 1_000_000n, end: BigInt(end ?? 0) * 1_000_000n, isBeginning: false };
}

function moved(count: number, unit: string, clock: QueryClock): bigint {
  const { seconds, micros } = nowOf(clock);
  const local = localSeconds(clock.zone, seconds);
  const there =
    unit === 'd' || unit === 'w' ? local + count * (unit === 'w' ? 7 : 1) * DAY : months(local, count, unit);
  // Zones have no calendar out there; what asks for it is told that it lies too far off.
  if (Math.abs(there) > FARTHEST) return BigInt(Math.sign(there) * FARTHEST) * 1_000_000n;
  return BigInt(beginningAt(clock.zone, there)) * 1_000_000n + micros;
}

const FARTHEST = 400 * 366 * DAY;

function months(local: number, count: number, unit: string): number {
  const date = new Date(local * 1000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === 'y' ? 12 : 1);
  const [year, inYear] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const farthest = count < 0 ? -FARTHEST - 1 : FARTHEST + 1;
  if (year < 1600 || year > 2400) return farthest;
  const last = new Date(Date.UTC(year, inYear + 1, 0)).getUTCDate();
  const timeOfDay = ((local % DAY) + DAY) % DAY;
  return Date.UTC(year, inYear, Math.min(date.getUTCDate(), last)) / 1000 + timeOfDay;
}

/** Floored, before 1970 too. */
function nowOf({ now }: QueryClock): { readonly seconds: number; readonly micros: bigint } {
  const micros = ((now % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { seconds: Number((now - micros) / 1_000_000n), micros };
}
