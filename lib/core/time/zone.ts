/**
 * Wall clocks of named places: what instant a local reading means, and what they show at an instant.
 *
 * A reading that the clock skipped (spring) is refused, because any answer would be invented. One that it showed twice
 * (autumn) means the earlier of the two instants, the reading before the clock was put back.
 *
 * The rules come from the tz database of the running engine (`Intl`), so the far future may read differently on a newer one.
 */
import { fail, ok, type Result } from '../result.ts';
import { offsetSeconds } from './offset.ts';

/**
 * Seconds that the zone (`Europe/Berlin`, `UTC`, `+02:00`) is ahead of UTC at a local reading, given as seconds since
 * 1970-01-01T00:00:00 on the local clock. Fails with CS-124 (no such zone), CS-125 (skipped reading) or CS-121 (offset).
 */
export function secondsAhead(zone: string, localSeconds: number): Result<number> {
  if (/^(?:[Zz]|[+-].*)$/.test(zone)) return offsetSeconds(zone);
  const clock = clockOf(zone);
  if (clock === null) {
    return fail(
      'CS-124',
      `${JSON.stringify(zone)} is no time zone. Write one such as Europe/Berlin, UTC or +02:00.`,
    );
  }
  // No zone changes its clock twice within two days, so the offsets around the reading are all that it can have.
  const offsets = [aheadAt(clock, localSeconds - DAY), aheadAt(clock, localSeconds + DAY)];
  const valid = offsets.filter((ahead) => aheadAt(clock, localSeconds - ahead) === ahead);
  if (valid.length === 0) return fail('CS-125', `The clock of ${zone} skipped that local time.`);
  return ok(Math.max(...valid));
}

const DAY = 86_400;

/**
 * Seconds that the zone is ahead of UTC at an instant, in microseconds since 1970 UTC. Asked for every row of a list, so it is kept for
 * each quarter of an hour within which the clock does not change; St. John's changed its own at one minute past midnight until 2011.
 *
 * Law: secondsAhead(zone, the local reading) is this, unless the clock shows that reading twice. Throws where there is no such zone.
 */
export function secondsAheadAt(zone: string, micros: bigint): number {
  if (zone === 'UTC') return 0;
  const quarter = Number(micros / QUARTER_MICROS) - (micros % QUARTER_MICROS < 0n ? 1 : 0);
  const known = offsetsOf(zone);
  const kept = known.get(quarter);
  if (kept !== undefined) return kept;
  const clock = clockOf(zone);
  if (clock === null) throw new Error(`There is no time zone ${JSON.stringify(zone)}.`);
  const ahead = aheadAt(clock, quarter * QUARTER);
  if (aheadAt(clock, (quarter + 1) * QUARTER) !== ahead) return aheadAt(clock, secondOf(micros));
  if (known.size >= MOST_KEPT) known.clear();
  known.set(quarter, ahead);
  return ahead;
}

/** Floored, before 1970 too. */
const secondOf = (micros: bigint): number => Number(micros / 1_000_000n) - (micros % 1_000_000n < 0n ? 1 : 0);

const QUARTER = 900;
const QUARTER_MICROS = 900_000_000n;
const MOST_KEPT = 20_000;

const offsets = new Map<string, Map<number, number>>();

function offsetsOf(zone: string): Map<number, number> {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  return known;
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Building a formatter is a hundred times the work of using one, hence the memory. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const built = buildClock(zone);
  clocks.set(zone, built);
  return built;
}

function buildClock(timeZone: string): Intl.DateTimeFormat | null {
  const digits = {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      ...digits,
    });
  } catch {
    return null;
  }
}

function aheadAt(clock: Intl.DateTimeFormat, utcSeconds: number): number {
  const parts = new Map(
    clock.formatToParts(utcSeconds * 1000).map((part) => [part.type, Number(part.value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local / 1000 - utcSeconds;
}
