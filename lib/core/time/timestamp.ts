/**
 * What an import accepts as a time: RFC 3339 text, epoch numbers, and local readings where the importer names the zone.
 *
 * Epoch numbers (or the same digits as text, with or without a fraction) are seconds, milliseconds, microseconds or
 * nanoseconds by their size: below 10^10 seconds, then a factor of a thousand each. Nothing is ambiguous that way: read in
 * the next larger unit, each would lie outside the years that instants have.
 *
 * What it deliberately does not do: guess a zone, or read `03/04/2026`.
 */
import { decimalOf, floorScaled } from '../json/decimal.ts';
import { literalOf } from '../json/number.ts';
import { type Json, NumberLiteral } from '../json/value.ts';
import { fail, ok, type Result } from '../result.ts';
import { CIVIL_TIME, civilOf } from './civil.ts';
import {
  formatInstant,
  type Instant,
  instantOf,
  notAnInstant,
  parseInstant,
  withinYears,
} from './instant.ts';
import { secondsAhead } from './zone.ts';

export interface Timestamp extends Instant {
  /** The source's own writing where it says more than the instant: offset, nanoseconds, local time; else null. */
  readonly text: string | null;
}

/**
 * `zone`: an IANA name or an offset for readings that carry none; see zone.ts for skipped and repeated hours.
 *
 * Fails with CS-120 (no time at all), CS-121 (no such date, time or offset), CS-122 (outside the years 1685–2255), CS-123
 * (a zone is needed), CS-124 (unknown zone) or CS-125 (skipped by the zone's clock).
 */
export function parseTimestamp(value: Json, options: { readonly zone?: string } = {}): Result<Timestamp> {
  if (typeof value === 'number' || value instanceof NumberLiteral) return fromEpoch(literalOf(value));
  if (typeof value !== 'string') return fail('CS-120', 'A time is a text or a number.');
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return fromEpoch(value);
  const civil = LOCAL.exec(value);
  return civil === null ? fromRfc3339(value) : fromLocal(value, civil, options.zone);
}

const LOCAL = new RegExp(`^${CIVIL_TIME.source}$`);

function fromRfc3339(value: string): Result<Timestamp> {
  // A space for the T is what RFC 3339 section 5.6 allows applications, and what many logs write.
  const instant = parseInstant(value.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T'));
  if (!instant.ok) return instant.error.code === 'CS-120' ? notAnInstant(value) : instant;
  return ok({ ...instant.value, text: formatInstant(instant.value.micros) === value ? null : value });
}

function fromLocal(value: string, match: RegExpExecArray, zone: string | undefined): Result<Timestamp> {
  const civil = civilOf(match);
  if (!civil.ok) return civil;
  if (zone === undefined)
    return fail(
      'CS-123',
      `${JSON.stringify(value)} has no offset; name the zone it is in (--zone of the import).`,
    );
  const ahead = secondsAhead(zone, civil.value.seconds);
  if (!ahead.ok) return ahead;
  const instant = instantOf(civil.value, ahead.value);
  return instant.ok ? ok({ ...instant.value, text: value }) : instant;
}

function fromEpoch(literal: string): Result<Timestamp> {
  const decimal = decimalOf(literal);
  const size = decimal.digits === '' ? 0 : decimal.digits.length + Number(decimal.exponent);
  const power = size <= 10 ? 6 : size <= 13 ? 3 : size <= 16 ? 0 : -3;
  const micros = floorScaled(decimal, power) ?? OUTSIDE;
  const exact = decimal.exponent + BigInt(power) >= 0n;
  const instant = withinYears({ micros, leap: false });
  return instant.ok ? ok({ ...instant.value, text: exact ? null : literal }) : instant;
}

const OUTSIDE = 1n << 62n;
