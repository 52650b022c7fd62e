/**
 * The days of a range in weeks, as a calendar of a year shows them: a row a day of the week, a column a week.
 *
 * Laws: every event of the shown days is in exactly one; columns follow each other without a gap and begin on Mondays; no more than a year is
 * shown, the newest, and what is left out is said. Days are those of UTC, by which events are counted.
 */
import type { Times } from '#core';
import type { OverviewAnswer } from '#wire';
import { microsOf } from '../search/micros-of.ts';
import { within } from './stacked-bars.ts';

export interface CalendarDay {
  /** Its beginning, in microseconds since 1970. */
  readonly at: bigint;
  readonly events: number;
  /** 0: none; up to 4, by its rank among the days that have any. */
  readonly level: number;
  /** What of it lies in the range. */
  readonly times: Times;
}

export interface Calendar {
  /** Each of seven, Monday first; null: the day is not a part of the range. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  /** How many events lie before the first of the days. */
  readonly earlier: number;
}

const DAY = 86_400_000_000n;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4n * DAY;
const MOST_WEEKS = 53;
export const LEVELS = 4;

/** null: the range has no event. */
export function calendarOf({
  overTime: { counts },
  range,
}: Pick<OverviewAnswer, 'overTime' | 'range'>): Calendar | null {
  const byDay = new Map<bigint, number>();
  for (const { at, events } of counts) {
    const day = floor(microsOf(at), DAY, 0n);
    byDay.set(day, (byDay.get(day) ?? 0) + events.reduce((sum, part) => sum + part, 0));
  }
  const days = [...byDay.keys()];
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const times = {
    from: range.from === null ? null : microsOf(range.from),
    to: range.to === null ? null : microsOf(range.to),
  };
  const begins = times.from === null ? first : floor(times.from, DAY, 0n);
  const ends = times.to === null ? last : floor(times.to - 1n, DAY, 0n);
  const lastWeek = floor(ends, 7n * DAY, FIRST_MONDAY);
  const firstWeek = later(
    floor(begins, 7n * DAY, FIRST_MONDAY),
    lastWeek - BigInt(MOST_WEEKS - 1) * 7n * DAY,
  );
  const levelOf = levels([...byDay.values()]);
  const dayAt = (at: bigint): CalendarDay | null => {
    if (at < begins || at > ends) return null;
    const events = byDay.get(at) ?? 0;
    return { at, events, level: levelOf(events), times: within(times, { from: at, to: at + DAY }) };
  };
  const weeks: (CalendarDay | null)[][] = [];
  for (let week = firstWeek; week <= lastWeek; week += 7n * DAY)
    weeks.push(Array.from({ length: 7 }, (_, nth) => dayAt(week + BigInt(nth) * DAY)));
  const earlier = [...byDay].reduce((sum, [at, events]) => (at < firstWeek ? sum + events : sum), 0);
  return { weeks, earlier };
}

function floor(at: bigint, step: bigint, offset: bigint): bigint {
  const rest = (((at - offset) % step) + step) % step;
  return at - rest;
}

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** By quarters of the days, so that one great day does not make all others pale. */
function levels(counts: readonly number[]): (events: number) => number {
  const sorted = counts.toSorted((a, b) => a - b);
  const bounds = Array.from(
    { length: LEVELS - 1 },
    (_, nth) => sorted[Math.floor(((nth + 1) * sorted.length) / LEVELS)] ?? 0,
  );
  return (events) =>
    events === 0 ? 0 : 1 + bounds.filter((bound) => events >= bound && bound > (sorted[0] ?? 0)).length;
}
