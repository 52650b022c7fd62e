/**
 * From a range of times to the one before it, behind it and around it, on the clock of a zone: of whole days or months as many days or
 * months, also where the clock is changed between them.
 *
 * Law: earlier(later(range)) = range, for ranges of whole days or months, and of any length in UTC.
 */
import { FIRST_INSTANT, LAST_INSTANT, secondsAheadAt } from '#core';
import { wallClock } from '../wall-clock.ts';

export interface TimeRange {
  /** Microseconds since 1970 UTC. */
  readonly from: bigint;
  /** Exclusive. */
  readonly to: bigint;
}

/** `by`: 1 is later, -1 earlier, in lengths of the range. null: no instants are there. */
export function moved(range: TimeRange, by: 1 | -1, zone: string): TimeRange | null {
  const from = local(range.from, zone);
  const to = local(range.to, zone);
  const months = monthsBetween(from, to);
  const shift = (at: bigint) =>
    months === null ? at + BigInt(by) * (to - from) : plusMonths(at, by * months);
  const beside = { from: instant(shift(from), zone), to: instant(shift(to), zone) };
  return beside.from < FIRST_INSTANT || beside.to > LAST_INSTANT ? null : beside;
}

/** Twice as long, around the same middle. null: it is as wide as it can be. */
export function widened({ from, to }: TimeRange): TimeRange | null {
  const half = (to - from) / 2n;
  const wide = { from: from - half, to: to + half };
  const known = {
    from: wide.from < FIRST_INSTANT ? FIRST_INSTANT : wide.from,
    to: wide.to > LAST_INSTANT ? LAST_INSTANT : wide.to,
  };
  return known.from === from && known.to === to ? null : known;
}

/** What the clock of the zone shows, as if it were UTC. */
const local = (micros: bigint, zone: string): bigint =>
  micros + BigInt(secondsAheadAt(zone, micros)) * 1_000_000n;

function instant(at: bigint, zone: string): bigint {
  const rest = ((at % 1000n) + 1000n) % 1000n;
  return BigInt(wallClock(zone).toInstant(Number((at - rest) / 1000n))) * 1000n + rest;
}

/** null: it does not go from the beginning of a month to that of another. */
function monthsBetween(from: bigint, to: bigint): number | null {
  if (!isMonthStart(from) || !isMonthStart(to)) return null;
  const [first, last] = [dateOf(from), dateOf(to)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}

const DAY = 86_400_000_000n;
const isMonthStart = (at: bigint): boolean => at % DAY === 0n && dateOf(at).getUTCDate() === 1;
const dateOf = (at: bigint): Date => new Date(Number(at / 1000n));

function plusMonths(at: bigint, months: number): bigint {
  const date = dateOf(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return BigInt(date.getTime()) * 1000n;
}
