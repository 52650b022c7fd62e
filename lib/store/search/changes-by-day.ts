/**
 * How many leaves changed on each day of a zone, out of the rollup of days and their quarters of an hour.
 *
 * Law: of a day it is the number of changes that the change log has of its events in the range. A quarter that the range or a midnight cuts is
 * looked at event by event; of the zones in use today no midnight does.
 */
import type { Queryable } from '../event-row.ts';
import { QUARTER as MICROS_A_QUARTER } from '../read-models/change-rollup.ts';
import type { DayChanges } from './activity-search.ts';
import { Binder } from './binder.ts';
import type { ActivityRange } from './busiest.ts';
import { DAY, downTo } from './whole-steps.ts';
import { dayOf, type ZoneDays, zoneDaysOf } from './zone-days.ts';

const QUARTER = BigInt(MICROS_A_QUARTER);
/** A year of whole weeks, wherever in them it ends. */
const MOST_DAYS = 54n * 7n;

/** Ascending; days on which nothing changed are left out. */
export async function changesByDay(
  client: Queryable,
  namespace: string,
  { namespaceId, axis, from, to }: ActivityRange,
  zone: string,
): Promise<readonly DayChanges[]> {
  const first = to - from > MOST_DAYS * DAY ? to - MOST_DAYS * DAY : from;
  const days = await daysWithChanges(client, namespace, { namespaceId, axis, from: first, to }, zone);
  const binder = new Binder();
  const { bind } = binder;
  const cut = [first, to, ...(days ?? [])].filter((at) => at % QUARTER !== 0n && at >= first && at <= to);
  const quarters = bind([...new Set(cut.map((at) => downTo(at, QUARTER)))], 'bigint[]');
  const [begin, end] = [bind(first, 'bigint'), bind(to, 'bigint')];
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const { rows } = await client.query<DayChanges>(
    `SELECT ${dayOf('k.at', days, binder)} AS at, sum(k.changes)::float8 AS changes FROM (
       SELECT q.at, q.changes FROM change_rollup, LATERAL (
         SELECT day + (nth - 1) * ${QUARTER} AS at, changes FROM unnest(quarters) WITH ORDINALITY AS n(changes, nth) WHERE changes > 0
       ) q
       WHERE namespace = ${bind(namespace, 'text')} AND axis = ${axis === 'recorded' ? 0 : 1}
         AND day >= ${bind(downTo(first, DAY), 'bigint')} AND day < ${end} AND q.at >= ${begin} AND q.at < ${end}
         AND q.at <> ALL(${quarters})
       UNION ALL
       SELECT e.at, (SELECT count(*) FROM change c WHERE c.position = e.position) FROM unnest(${quarters}) q, LATERAL (
         SELECT ${clock} AS at, k.position FROM searchable_event k
         WHERE k.namespace_id = ${bind(namespaceId, 'integer')} AND ${clock} >= greatest(q, ${begin})
           AND ${clock} < least(q + ${QUARTER}, ${end}) AND NOT k.is_own OFFSET 0
       ) e
     ) k WHERE k.changes > 0 GROUP BY 1 ORDER BY 1`,
    binder.values,
  );
  return rows;
}

/** null: of UTC. The change log may be ahead of the searches, so that it is asked for its own days. */
async function daysWithChanges(
  client: Queryable,
  namespace: string,
  { axis, from, to }: ActivityRange,
  zone: string,
): Promise<ZoneDays | null> {
  if (zone === 'UTC') return null;
  const { rows } = await client.query<{ day: bigint }>(
    `SELECT day FROM change_rollup WHERE namespace = $1 AND axis = $2 AND day >= $3 AND day < $4 ORDER BY day`,
    [namespace, axis === 'recorded' ? 0 : 1, downTo(from, DAY), to],
  );
  return zoneDaysOf(
    zone,
    rows.map(({ day }) => day),
  );
}
