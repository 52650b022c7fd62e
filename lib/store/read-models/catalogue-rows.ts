/** Puts what a step of the catalogue counted to what is there. */
import type { PoolClient } from 'pg';
import { type FollowTally, gapsText, type TypeTally } from '#core';
import { joinKnownGaps, seenColumns } from './tally-columns.ts';

export async function keepTypes(client: PoolClient, types: readonly TypeTally[]): Promise<void> {
  if (types.length === 0) return;
  const column = <T>(of: (type: TypeTally) => T): readonly T[] => types.map(of);
  await client.query(KEEP_TYPES, [
    column(({ namespace }) => namespace),
    column(({ entityType }) => entityType),
    column(({ type }) => type),
    column(({ events }) => events),
    ...seenColumns(types),
  ]);
}

const KEEP_TYPES = `INSERT INTO catalogue_type AS known (namespace, entity_type, type, events, first_position, last_position,
    first_recorded, last_recorded, first_occurred, last_occurred)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[])
  ON CONFLICT (namespace, entity_type, type) DO UPDATE SET events = known.events + EXCLUDED.events,
    last_position = EXCLUDED.last_position,
    first_recorded = least(known.first_recorded, EXCLUDED.first_recorded),
    last_recorded = greatest(known.last_recorded, EXCLUDED.last_recorded),
    first_occurred = least(known.first_occurred, EXCLUDED.first_occurred),
    last_occurred = greatest(known.last_occurred, EXCLUDED.last_occurred)`;

export async function keepFollows(client: PoolClient, follows: readonly FollowTally[]): Promise<void> {
  if (follows.length === 0) return;
  const column = <T>(of: (follow: FollowTally) => T): readonly T[] => follows.map(of);
  const names = [
    column(({ namespace }) => namespace),
    column(({ entityType }) => entityType),
    column(({ before }) => before),
    column(({ after }) => after),
  ];
  await joinKnownGaps(client, KNOWN_GAPS, names, follows);
  await client.query(KEEP_FOLLOWS, [
    ...names,
    column(({ events }) => events),
    column(({ gapSum }) => String(gapSum)),
    column(({ gaps }) => gapsText(gaps)),
    column(({ firstPosition }) => firstPosition),
    column(({ lastPosition }) => lastPosition),
  ]);
}

const KNOWN_GAPS = `SELECT w.place, f.gaps
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS w(namespace, entity_type, before, after, place)
  JOIN catalogue_follow f ON f.namespace = w.namespace AND f.entity_type = w.entity_type AND f.before = w.before AND f.after = w.after`;

const KEEP_FOLLOWS = `INSERT INTO catalogue_follow AS known (namespace, entity_type, before, after, events, gap_sum, gaps,
    first_position, last_position)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::numeric[], $7::text[], $8::bigint[],
    $9::bigint[])
  ON CONFLICT (namespace, entity_type, before, after) DO UPDATE SET events = known.events + EXCLUDED.events,
    gap_sum = known.gap_sum + EXCLUDED.gap_sum, gaps = EXCLUDED.gaps, last_position = EXCLUDED.last_position`;
