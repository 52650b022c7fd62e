/**
 * Days of a zone out of counts by days and hours of UTC.
 *
 * A day of UTC is counted as a whole where its noon lies, and what of it lies on the other side of a midnight of the zone is counted there instead:
 * whole hours from their counts, and what of an hour a midnight cuts, from the events. Law: each event is counted in the day that it lies in.
 */
import { type Axis, beginOfDay } from '#core';
import type { Queryable } from '../event-row.ts';
import type { Binder } from './binder.ts';
import { DAY, downTo, HOUR, upTo } from './whole-steps.ts';

/** When the days begin that have any events, ascending. */
export type ZoneDays = readonly bigint[];

interface DaysRange {
  readonly namespaceId: number;
  readonly axis: Axis;
  readonly from: bigint;
  readonly to: bigint;
}

/** Of the days of UTC in which the range has events; null: the days of the zone are those. Throws where there is no such zone. */
export async function zoneDaysIn(
  client: Queryable,
  { namespaceId, axis, from, to }: DaysRange,
  zone: string,
): Promise<ZoneDays | null> {
  if (zone === 'UTC') return null;
  const { rows } = await client.query<{ day: bigint }>(
    `SELECT DISTINCT day FROM rollup WHERE namespace_id = $1 AND axis = $2 AND day >= $3 AND day < $4 ORDER BY day`,
    [namespaceId, axis === 'recorded' ? 0 : 1, downTo(from, DAY), to],
  );
  return zoneDaysOf(
    zone,
    rows.map(({ day }) => day),
  );
}

/** Those that have a part in any of some days of UTC, which ascend. */
export function zoneDaysOf(zone: string, utcDays: readonly bigint[]): ZoneDays {
  const days = utcDays.flatMap((day) => beginsIn(zone, day));
  return days.filter((day, nth) => day !== days[nth - 1]);
}

/** Of the days that have a part in a day of UTC. */
function beginsIn(zone: string, day: bigint): readonly bigint[] {
  const begins = [beginOfDay(zone, day + DAY - 1n)];
  for (let [first] = begins; first !== undefined && first > day; [first] = begins)
    begins.unshift(beginOfDay(zone, first - 1n));
  return begins;
}

/** Of a row's instant: the beginning of its day. */
export function dayOf(at: string, days: ZoneDays | null, binder: Binder): string {
  if (days === null) return `bucket_of(${at}, 24)`;
  const begins = binder.bind(days, 'bigint[]');
  return `(${begins})[width_bucket(${at}, ${begins})]`;
}

/** Where a day of UTC is counted. */
export const NOON = 12n * HOUR;

/**
 * What is to be counted elsewhere where the whole days of UTC of `utcDays` are counted at their noons, and the other whole hours of `hours` at
 * their beginnings: rows of `at`, `type_id`, `entity_type_id` and `events`, which are less than none where they are taken away.
 */
export function movedRows(
  { namespaceId, axis }: DaysRange,
  days: ZoneDays,
  hours: readonly [first: bigint, end: bigint],
  utcDays: readonly [first: bigint, end: bigint],
  { bind }: Binder,
): string {
  const moved = days
    .filter((day) => day > hours[0] && day < hours[1])
    .map((day) => (day >= utcDays[0] && day < utcDays[1] ? movedFromDay(day) : movedFromHour(day)));
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const counted = takenFrom(
    moved.map(({ from, to, home }) => ({ from: upTo(from, HOUR), to: downTo(to, HOUR), home })),
    `SELECT type_id, entity_type_id, (
       SELECT sum(hour)::bigint FROM unnest(hours[(m.begins - day) / ${HOUR} + 1:(m.ends - day) / ${HOUR}]) hour
     ) AS events FROM rollup
     WHERE namespace_id = ${bind(namespaceId, 'integer')} AND axis = ${axis === 'recorded' ? 0 : 1}
       AND day = bucket_of(m.begins, 24) AND m.begins < m.ends`,
    bind,
  );
  const cut = moved.flatMap(({ from, to, home }) =>
    [
      { from, to: upTo(from, HOUR), home },
      { from: downTo(to, HOUR), to, home },
    ].filter((part) => part.from < part.to),
  );
  if (cut.length === 0) return counted;
  const looked = `SELECT k.type_id, k.entity_type_id, count(*) AS events FROM searchable_event k
    WHERE k.namespace_id = ${bind(namespaceId, 'integer')} AND ${clock} >= m.begins AND ${clock} < m.ends AND NOT k.is_own
    GROUP BY 1, 2`;
  return `${counted} UNION ALL ${takenFrom(cut, looked, bind)}`;
}

/** All of a part lies in one day. Each is added up by itself: OFFSET 0 keeps PostgreSQL from comparing all rows with all parts. */
function takenFrom(parts: readonly Moved[], rows: string, bind: Binder['bind']): string {
  const column = (name: keyof Moved) =>
    bind(
      parts.map((part) => part[name]),
      'bigint[]',
    );
  return `SELECT v.at, k.type_id, k.entity_type_id, v.sign * k.events AS events
    FROM unnest(${column('from')}, ${column('to')}, ${column('home')}) AS m(begins, ends, home),
      LATERAL (${rows} OFFSET 0) k, LATERAL (VALUES (m.begins, 1), (m.home, -1)) AS v(at, sign)`;
}

interface Moved {
  readonly from: bigint;
  readonly to: bigint;
  /** Where all of it was counted. */
  readonly home: bigint;
}

/** What a day of UTC has on the other side of a midnight within it than its noon. */
function movedFromDay(midnight: bigint): Moved {
  const day = downTo(midnight, DAY);
  const home = day + NOON;
  return midnight > home ? { from: midnight, to: day + DAY, home } : { from: day, to: midnight, home };
}

function movedFromHour(midnight: bigint): Moved {
  return { from: midnight, to: upTo(midnight, HOUR), home: downTo(midnight, HOUR) };
}
