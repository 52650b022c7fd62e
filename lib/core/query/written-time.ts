/**
 * Times as people write them in a query: `2026`, `2026-03`, `2026-03-01`, `2026-03-01T10:00` on the clock of a zone, each the whole of what it
 * names; instants with an offset; and times as seen from now (relative-time.ts).
 *
 * What is skipped by the zone's clock is refused, with what lies around it; of what it shows twice, the first is meant, as an offset can say
 * which (`2026-10-25T02:30+01:00`).
 */
import { ok, type Result } from '../result.ts';
import { CIVIL_TIME, type CivilTime, civilOf } from '../time/civil.ts';
import { FIRST_INSTANT, formatInstant, instantOf, LAST_INSTANT } from '../time/instant.ts';
import { offsetSeconds } from '../time/offset.ts';
import { secondsAhead } from '../time/zone.ts';
import type { QueryClock } from './query-clock.ts';
import type { Stretch } from './read-range.ts';
import { readRelative } from './relative-time.ts';
import { cited } from './trouble.ts';
import { aroundLeap, beginningAt, checkZone, localSeconds } from './zone-clock.ts';

/** The failure is a sentence. */
export function readTime(text: string, clock: QueryClock): Result<Stretch, string> {
  if (text === END) return ok({ start: LAST_INSTANT + 1n, end: LAST_INSTANT + 1n, isBeginning: false });
  const zone = checkZone(clock.zone);
  if (!zone.ok) return sentence(zone.error.message);
  const relative = readRelative(text, clock);
  const stretch = relative ?? readWritten(text, clock.zone);
  if (!stretch.ok) return stretch;
  const { start, end } = stretch.value;
  if (start < FIRST_INSTANT || start > LAST_INSTANT)
    return sentence(`${cited(text)} lies outside the years 1685 to 2255, which are all that can be placed.`);
  return ok({ ...stretch.value, end: end > LAST_INSTANT ? LAST_INSTANT + 1n : end });
}

/** What lies behind every instant that there is; as the end of a range it leaves out none. */
const END = formatInstant(LAST_INSTANT + 1n);

const WRITTEN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:\d{2})?)?)?)?$/;

function readWritten(text: string, zone: string): Result<Stretch, string> {
  const match = WRITTEN.exec(text);
  if (match === null) {
    return sentence(
      `${cited(text)} is no time. Write a day (2026-03-01), an instant (2026-03-01T10:00:00Z) or how long ago (2h).`,
    );
  }
  const [, year = '', month, day, time, second, fraction, offset] = match;
  const parts = CIVIL_TIME.exec(
    `${year}-${month ?? '01'}-${day ?? '01'}T${time ?? '00:00'}:${second ?? '00'}.${fraction ?? '0'}`,
  );
  const civil = parts === null ? null : civilOf(parts);
  if (civil === null) return sentence(`${cited(text)} is no time.`);
  if (!civil.ok) return sentence(civil.error.message);
  if (time === undefined) return readDays(Number(year), month, day, civil.value.seconds, zone);
  const width = second === undefined ? MINUTE : widthOf(fraction, civil.value);
  return readClock(civil.value, width, offset, zone);
}

/** A day, a month or a year, from its first instant to the first of the next, wherever its clock begins them. */
function readDays(
  year: number,
  month: string | undefined,
  day: string | undefined,
  local: number,
  zone: string,
): Result<Stretch, string> {
  const start = beginningAt(zone, local);
  const shown = localSeconds(zone, start);
  if (day !== undefined && dateOf(shown) !== dateOf(local))
    return sentence(`${dateOf(local)} does not exist in ${zone}: the calendar left it out.`);
  const next = [
    year + (month === undefined ? 1 : 0),
    Number(month ?? 1) - 1 + (month !== undefined && day === undefined ? 1 : 0),
    Number(day ?? 1) + (day === undefined ? 0 : 1),
  ] as const;
  return ok(stretchOf(start, beginningAt(zone, Date.UTC(...next) / 1000)));
}

function readClock(
  civil: CivilTime,
  width: bigint,
  offset: string | undefined,
  zone: string,
): Result<Stretch, string> {
  const ahead = offset === undefined ? secondsAhead(zone, civil.seconds) : offsetSeconds(offset);
  if (!ahead.ok)
    return sentence(ahead.error.code === 'CS-125' ? skipped(civil.seconds, zone) : ahead.error.message);
  const instant = instantOf(civil, ahead.value);
  if (!instant.ok) return sentence(instant.error.message);
  const { micros } = instant.value;
  return ok({ start: micros, end: micros + width, isBeginning: false });
}

function skipped(local: number, zone: string): string {
  const [before, behind] = aroundLeap(zone, local).map(timeOf);
  return `${timeOf(local)} does not exist in ${zone}: the clock is put forward over it. Write ${before} or ${behind}.`;
}

const MINUTE = 60_000_000n;

/** As exact as it was written, and at least a microsecond wide. */
function widthOf(fraction: string | undefined, civil: CivilTime): bigint {
  return civil.leap ? 1n : 10n ** BigInt(6 - Math.min(6, fraction?.length ?? 0));
}

function stretchOf(start: number, end: number): Stretch {
  return { start: BigInt(start) * 1_000_000n, end: BigInt(end) * 1_000_000n, isBeginning: false };
}

const timeOf = (local: number) => new Date(local * 1000).toISOString().slice(0, 19);
const dateOf = (local: number) => timeOf(local).slice(0, 10);

const sentence = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error });
