/**
 * A date and a time of day as a calendar and a clock show them, wherever they hang.
 *
 * Law: only dates of the Gregorian calendar and times up to 23:59:60 are accepted; a fraction of any length is floored to
 * microseconds.
 */
import { fail, ok, type Result } from '../result.ts';

export interface CivilTime {
  /** Seconds since 1970-01-01T00:00:00 on the same clock, without leap seconds. */
  readonly seconds: number;
  /** 0 to 999,999. */
  readonly micros: number;
  /** Second 60 was written; it is kept as the last microsecond of second 59. */
  readonly leap: boolean;
}

/** Year, month, day, hour, minute, second and the digits of the fraction are the groups 1 to 7. */
export const CIVIL_TIME = /(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?/;

/** From a match of {@link CIVIL_TIME}. Fails with CS-121, or with CS-122 where the year is so far off that no offset helps. */
export function civilOf(match: RegExpExecArray): Result<CivilTime> {
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((group) => Number(match[group]));
  if (year === undefined || month === undefined || day === undefined) throw new TypeError('not a civil time');
  if (hour === undefined || minute === undefined || second === undefined)
    throw new TypeError('not a civil time');
  if (month < 1 || month > 12) return fail('CS-121', `There is no month ${month}.`);
  if (day < 1 || day > daysOf(year, month))
    return fail(
      'CS-121',
      `${match.slice(1, 4).join('-')} does not exist: that month has ${daysOf(year, month)} days.`,
    );
  if (hour > 23) return fail('CS-121', `There is no hour ${hour}.`);
  if (minute > 59) return fail('CS-121', `There is no minute ${minute}.`);
  if (second > 60) return fail('CS-121', `There is no second ${second}.`);
  if (year < 1684 || year > 2256)
    return fail('CS-122', `The year ${year} lies outside the years 1685 to 2255.`);
  const leap = second === 60;
  const seconds = Date.UTC(year, month - 1, day, hour, minute, leap ? 59 : second) / 1000;
  return ok({ seconds, micros: leap ? 999_999 : Number((match[7] ?? '').slice(0, 6).padEnd(6, '0')), leap });
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
