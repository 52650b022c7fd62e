/** Puts what a step of the catalogue counted by day to what is there. */
import type { PoolClient } from 'pg';
import { type Axis, type FollowDay, gapsText, type TypeDay } from '#core';
import { joinKnownGaps, numbers, seenColumns } from './tally-columns.ts';

export const axisNumber = (axis: Axis): 0 | 1 => (axis === 'recorded' ? 0 : 1);

export async function keepTypeDays(client: PoolClient, days: readonly TypeDay[]): Promise<void> {
  if (days.length === 0) return;
  const column = <T>(of: (day: TypeDay) => T): readonly T[] => days.map(of);
  await client.query(KEEP_TYPES, [
    column(({ namespace }) => namespace),
    numbers(column(({ axis }) => axisNumber(axis))),
    column(({ type }) => type),
    column(({ entityType }) => entityType),
    numbers(column(({ schemaVersion }) => schemaVersion)),
    numbers(column(({ day }) => day)),
    numbers(column(({ events }) => events)),
    ...seenColumns(days),
  ]);
}

const KEEP_TYPES = `INSERT INTO catalogue_day AS known (namespace, axis, type, entity_type, schema_version, day, events, first_position,
    last_position, first_recorded, last_recorded, first_occurred, last_occurred)
  SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[])
  ON CONFLICT (namespace, axis, type, entity_type, schema_version, day) DO UPDATE SET events = known.events + EXCLUDED.events,
    last_position = EXCLUDED.last_position,
    first_recorded = least(known.first_recorded, EXCLUDED.first_recorded),
    last_recorded = greatest(known.last_recorded, EXCLUDED.last_recorded),
    first_occurred = least(known.first_occurred, EXCLUDED.first_occurred),
    last_occurred = greatest(known.last_occurred, EXCLUDED.last_occurred)`;

export async function keepFollowDays(client: PoolClient, days: readonly FollowDay[]): Promise<void> {
  if (days.length === 0) return;
  const column = <T>(of: (day: FollowDay) => T): readonly T[] => days.map(of);
  const names = [
    column(({ namespace }) => namespace),
    numbers(column(({ axis }) => axisNumber(axis))),
    column(({ entityType }) => entityType),
    column(({ before }) => before),
    column(({ after }) => after),
    numbers(column(({ day }) => day)),
  ];
  await joinKnownGaps(client, KNOWN_GAPS, names, days);
  await client.query(KEEP_FOLLOWS, [
    ...names,
    numbers(column(({ events }) => events)),
    numbers(column(({ gapSum }) => gapSum)),
    column(({ gaps }) => gapsText(gaps)),
    numbers(column(({ firstPosition }) => firstPosition)),
    numbers(column(({ lastPosition }) => lastPosition)),
    numbers(column(({ firstKnown }) => firstKnown)),
    numbers(column(({ lastKnown }) => lastKnown)),
  ]);
}

const KNOWN_GAPS = `SELECT w.place, f.gaps
  FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::integer[])
    WITH ORDINALITY AS w(namespace, axis, entity_type, before, after, day, place)
  JOIN catalogue_follow_day f ON f.namespace = w.namespace AND f.axis = w.axis AND f.entity_type = w.entity_type
    AND f.before = w.before AND f.after = w.after AND f.day = w.day`;

const KEEP_FOLLOWS = `INSERT INTO catalogue_follow_day AS known (namespace, axis, entity_type, before, after, day, events, gap_sum, gaps,
    first_position, last_position, first_known, last_known)
  SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::bigint[], $8::numeric[],
    $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[])
  ON CONFLICT (namespace, axis, entity_type, before, after, day) DO UPDATE SET events = known.events + EXCLUDED.events,
    gap_sum = known.gap_sum + EXCLUDED.gap_sum, gaps = EXCLUDED.gaps, last_position = EXCLUDED.last_position,
    first_known = least(known.first_known, EXCLUDED.first_known), last_known = greatest(known.last_known, EXCLUDED.last_known)`;
