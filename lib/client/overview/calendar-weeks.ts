/**
 * The days of a range in weeks, as a calendar of a year shows them: a row a day of the week, a column a week.
 *
 * Laws: every event and every change of the shown days is in exactly one; columns follow each other without a gap and begin on Mondays; no more than
 * a year is shown, the newest, and how many events are left out is said. Days are those of the zone by which was counted.
 */
import type { Times } from '#core';
import type { OverviewAnswer } from '#wire';
import { microsOf } from '../search/micros-of.ts';
import { type WallClock, wallClock } from '../wall-clock.ts';
import { within } from './stacked-bars.ts';

export interface CalendarDay {
  /** Days since 1970 on the clock of the zone. */
  readonly day: number;
  readonly events: number;
  /** How many fields its events changed. */
  readonly fields: number;
  /** 0: none changed; up to 4, by its rank among the days on which any did. */
  readonly level: number;
  /** What of it lies in the range. */
  readonly times: Times;
}

export interface Calendar {
  /** Each of seven, Monday first; null: the day is not a part of the range. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  /** The events of the range that lie before the first of the days; null: there are none. */
  readonly earlier: { readonly events: number; readonly times: Times } | null;
  /** The zone whose days they are. */
  readonly clock: string;
}

/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;
const MOST_WEEKS = 53;
export const LEVELS = 4;

/** null: the range has no event, or is so short that hours are counted. */
export function calendarOf({
  overTime: { counts, changes, clock },
  range,
}: Pick<OverviewAnswer, 'overTime' | 'range'>): Calendar | null {
  if (changes === null) return null;
  const zone = wallClock(clock);
  const dayOf = (micros: bigint): number => Math.floor(zone.toLocal(Number(micros / 1000n)) / DAY_MS);
  const events = byDay(counts, dayOf, (count) => count.events.reduce((sum, part) => sum + part, 0));
  const fields = byDay(changes, dayOf, (changed) => changed.fields);
  const days = [...events.keys()];
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const times = {
    from: range.from === null ? null : microsOf(range.from),
    to: range.to === null ? null : microsOf(range.to),
  };
  const begins = times.from === null ? first : dayOf(times.from);
  const ends = times.to === null ? last : dayOf(times.to - 1n);
  const lastWeek = monday(ends);
  const firstWeek = Math.max(monday(begins), lastWeek - (MOST_WEEKS - 1) * 7);
  const levelOf = levels([...fields.values()]);
  const beginOf = beginsOf(zone);
  const dayAt = (day: number): CalendarDay | null => {
    const own = { from: beginOf(day), to: beginOf(day + 1) };
    // The calendar of a zone may have left a day out.
    if (day < begins || day > ends || own.from >= own.to) return null;
    const changed = fields.get(day) ?? 0;
    return {
      day,
      events: events.get(day) ?? 0,
      fields: changed,
      level: levelOf(changed),
      times: within(times, own),
    };
  };
  const weeks: (CalendarDay | null)[][] = [];
  for (let week = firstWeek; week <= lastWeek; week += 7)
    weeks.push(Array.from({ length: 7 }, (_, nth) => dayAt(week + nth)));
  const before = [...events].reduce((sum, [day, count]) => (day < firstWeek ? sum + count : sum), 0);
  const earlier =
    before === 0 ? null : { events: before, times: { from: times.from, to: beginOf(firstWeek) } };
  return { weeks, earlier, clock };
}

const DAY_MS = 86_400_000;

function byDay<Count extends { readonly at: string }>(
  counts: readonly Count[],
  dayOf: (micros: bigint) => number,
  numberOf: (count: Count) => number,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const count of counts) {
    const day = dayOf(microsOf(count.at));
    found.set(day, (found.get(day) ?? 0) + numberOf(count));
  }
  return found;
}

/** Each is asked for twice, as the beginning of a day and as the end of another. */
function beginsOf({ toInstant }: WallClock): (day: number) => bigint {
  const known = new Map<number, bigint>();
  return (day) => {
    const begin = known.get(day) ?? BigInt(toInstant(day * DAY_MS)) * 1000n;
    known.set(day, begin);
    return begin;
  };
}

const monday = (day: number): number => day - ((((day - FIRST_MONDAY) % 7) + 7) % 7);

/** By quarters of the days, so that one great day does not make all others pale. */
function levels(counts: readonly number[]): (count: number) => number {
  const sorted = counts.toSorted((a, b) => a - b);
  const bounds = Array.from(
    { length: LEVELS - 1 },
    (_, nth) => sorted[Math.floor(((nth + 1) * sorted.length) / LEVELS)] ?? 0,
  );
  return (count) =>
    count === 0 ? 0 : 1 + bounds.filter((bound) => count >= bound && bound > (sorted[0] ?? 0)).length;
}
