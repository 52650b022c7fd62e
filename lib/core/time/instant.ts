/**
 * Instants: bigint microseconds since 1970-01-01T00:00:00Z, from RFC 3339 text and back.
 *
 * Law: parseInstant(formatInstant(i)) = i for every instant of the years 1685 to 2255, before 1970 too. Digits beyond
 * six are floored, towards the past on either side of 1970. Second 60 is accepted where a leap second can be (23:59:60
 * in UTC) and becomes 59.999999, marked.
 *
 * What it deliberately does not do: local times, dates without a time, or anything else of ISO 8601 (see timestamp.ts).
 */
import { fail, ok, type Result } from '../result.ts';
import { CIVIL_TIME, type CivilTime, civilOf } from './civil.ts';
import { offsetSeconds } from './offset.ts';

export interface Instant {
  /** Microseconds since 1970-01-01T00:00:00Z, digits beyond six floored. */
  readonly micros: bigint;
  /** Written with second 60, which is kept as 59.999999. */
  readonly leap: boolean;
}

/** Fails with CS-120 (not RFC 3339), CS-121 (no such date, time or offset) or CS-122 (outside the years 1685–2255). */
export function parseInstant(text: string): Result<Instant> {
  const match = RFC_3339.exec(text);
  if (match === null) return notAnInstant(text);
  const civil = civilOf(match);
  if (!civil.ok) return civil;
  const offset = offsetSeconds(match[8] ?? '');
  return offset.ok ? instantOf(civil.value, offset.value) : offset;
}

/** CS-120, quoting the text as it was written. */
export function notAnInstant(text: string): Result<never> {
  return fail(
    'CS-120',
    `${JSON.stringify(text)} is not an instant. Write it as 2026-03-03T14:02:11Z or with an offset.`,
  );
}

const RFC_3339 = new RegExp(`^${CIVIL_TIME.source.replace('[Tt ]', '[Tt]')}([Zz]|[+-]\\d+:\\d+)$`);

/** A local reading and how many seconds its clock is ahead of UTC. */
export function instantOf(civil: CivilTime, ahead: number): Result<Instant> {
  const seconds = civil.seconds - ahead;
  if (civil.leap && mod(seconds, 86_400) !== LAST_SECOND_OF_DAY) {
    return fail('CS-121', 'Second 60 exists only at 23:59:60 UTC.');
  }
  return withinYears({ micros: BigInt(seconds) * 1_000_000n + BigInt(civil.micros), leap: civil.leap });
}

const LAST_SECOND_OF_DAY = 86_399;

const mod = (value: number, by: number) => ((value % by) + by) % by;

/** Fails with CS-122. */
export function withinYears(instant: Instant): Result<Instant> {
  if (instant.micros >= FIRST_INSTANT && instant.micros <= LAST_INSTANT) return ok(instant);
  return fail(
    'CS-122',
    'The instant lies outside the years 1685 to 2255, which are all that this program can place.',
  );
}

export const FIRST_INSTANT = BigInt(Date.UTC(1685, 0)) * 1000n;

export const LAST_INSTANT = BigInt(Date.UTC(2256, 0)) * 1000n - 1n;

/** UTC, ending in `Z`, with no fraction, three or six digits, whichever is the fewest that say all. Years 0 to 9999. */
export function formatInstant(micros: bigint): string {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const whole = new Date(Number((micros - fraction) / 1000n)).toISOString().slice(0, 19);
  if (fraction === 0n) return `${whole}Z`;
  const digits = String(fraction).padStart(6, '0');
  return `${whole}.${digits.endsWith('000') ? digits.slice(0, 3) : digits}Z`;
}
