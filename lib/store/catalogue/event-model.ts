/** Which event follows which in the streams of an entity type. Where they end follows from the counts: at every event that nothing followed. */
import { readGaps } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { EventModel, Follow } from './catalogue-store.ts';
import { countedTo } from './counted-to.ts';

export async function eventModel(
  client: Queryable,
  namespace: string,
  entityType: string,
  most: number,
): Promise<EventModel> {
  const of = [askable(namespace), askable(entityType)];
  const types = await client.query<{ type: string; events: bigint; ends: bigint }>(
    `SELECT c.type, c.events, c.events - coalesce((SELECT sum(f.events)::bigint FROM catalogue_follow f
         WHERE f.namespace = $1 AND f.entity_type = $2 AND f.before = c.type), 0) AS ends
     FROM catalogue_type c WHERE c.namespace = $1 AND c.entity_type = $2 ORDER BY c.events DESC, c.type`,
    of,
  );
  const follows = await client.query<FollowRow & { readonly all: bigint }>(
    `SELECT ${FOLLOW}, count(*) OVER () AS "all" FROM catalogue_follow f WHERE f.namespace = $1 AND f.entity_type = $2
     ORDER BY f.events DESC, f.before, f.after LIMIT $3`,
    [...of, most],
  );
  return {
    types: types.rows.map((row) => ({ ...row, events: Number(row.events), ends: Number(row.ends) })),
    follows: follows.rows.map(followOf),
    all: Number(follows.rows[0]?.all ?? 0),
    countedTo: await countedTo(client),
  };
}

export async function cataloguedEntityTypes(
  client: Queryable,
  namespace: string,
): Promise<readonly { readonly entityType: string; readonly events: number }[]> {
  const { rows } = await client.query<{ entityType: string; events: bigint }>(
    `SELECT entity_type AS "entityType", sum(events)::bigint AS events FROM catalogue_type WHERE namespace = $1
     GROUP BY entity_type ORDER BY 2 DESC, 1`,
    [askable(namespace)],
  );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}

export const FOLLOW = `f.before, f.after, f.events, f.gap_sum AS "gapSum", f.gaps, f.first_position AS "firstPosition",
  f.last_position AS "lastPosition"`;

export interface FollowRow extends Omit<Follow, 'events' | 'gapSum' | 'gaps'> {
  readonly events: bigint;
  readonly gapSum: string;
  readonly gaps: string;
}

export const followOf = (row: FollowRow): Follow => ({
  before: row.before,
  after: row.after,
  events: Number(row.events),
  gapSum: BigInt(row.gapSum),
  gaps: readGaps(row.gaps),
  firstPosition: row.firstPosition,
  lastPosition: row.lastPosition,
});
