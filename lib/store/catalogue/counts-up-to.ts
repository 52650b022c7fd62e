/**
 * How many events of each type had come by an instant of either clock, and which: whole days are added up, and what lies in the day of the instant
 * is looked at where that day goes on behind it.
 *
 * Law: the sums of its rows are those of the events themselves.
 */
import { dayOf } from '#core';
import { axisNumber } from '../read-models/catalogue-day-rows.ts';
import type { Binder } from '../search/binder.ts';
import type { AsOf } from './catalogue-store.ts';
import { type CountedLog, positionsIn } from './counted-log.ts';

const DAY = 86_400_000_000n;

/** The microsecond that the UTC day of an instant begins with. */
export const beginningOfDay = (instant: bigint): bigint => BigInt(dayOf(instant)) * DAY;

/**
 * A relation of `entity_type`, `type`, `schema_version`, `events`, `first_position`, `last_position`, `first_recorded`, `last_recorded`,
 * `first_occurred` and `last_occurred`, several rows a type.
 */
export function countsUpTo(log: CountedLog, { axis, at }: AsOf, binder: Binder): string {
  const { bind } = binder;
  const last = axis === 'recorded' ? 'd.last_recorded' : 'd.last_occurred';
  const first = axis === 'recorded' ? 'd.first_recorded' : 'd.first_occurred';
  const instant = bind(at, 'bigint');
  const days = `catalogue_day d WHERE d.namespace = ${bind(log.namespace, 'text')} AND d.axis = ${axisNumber(axis)}`;
  const part = { axis, from: beginningOfDay(at), to: at };
  return `SELECT d.entity_type, d.type, d.schema_version, d.events, d.first_position, d.last_position, d.first_recorded, d.last_recorded,
      d.first_occurred, d.last_occurred
    FROM ${days} AND ${last} <= ${instant}
    UNION ALL
    SELECT cut.entity_type, cut.type, cut.schema_version, count(*), min(e.position), max(e.position), min(e.recorded_at),
      max(e.recorded_at), min(e.occurred_at), max(e.occurred_at)
    FROM (
      SELECT d.entity_type, d.type, d.schema_version
      FROM ${days} AND d.day = ${bind(dayOf(at), 'integer')} AND ${first} <= ${instant} AND ${last} > ${instant}
    ) cut
    JOIN (event e JOIN stream s ON s.id = e.stream_id JOIN (${positionsIn(log, part, binder)}) p ON p.position = e.position)
      ON s.entity_type = cut.entity_type AND e.type = cut.type AND e.schema_version = cut.schema_version
    GROUP BY cut.entity_type, cut.type, cut.schema_version`;
}
