/** Which event follows which in the streams of an entity type. Where they end follows from the counts: at every event that nothing followed. */
import { readGaps } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import { Binder } from '../search/binder.ts';
import type { AsOf, EventModel, Follow, ModelQuestion } from './catalogue-store.ts';
import { countedLog } from './counted-log.ts';
import { countedTo } from './counted-to.ts';
import { countsUpTo } from './counts-up-to.ts';
import { followsUpTo } from './follows-up-to.ts';

export function eventModel(client: Queryable, question: ModelQuestion): Promise<EventModel> {
  const { asOf } = question;
  return asOf === null ? modelNow(client, question) : modelUpTo(client, question, asOf);
}

async function modelNow(
  client: Queryable,
  { namespace, entityType, most }: ModelQuestion,
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

async function modelUpTo(
  client: Queryable,
  { namespace, entityType, most }: ModelQuestion,
  asOf: AsOf,
): Promise<EventModel> {
  const log = await countedLog(client, namespace);
  const binder = new Binder();
  const { rows: types } = await client.query<{ type: string; events: bigint }>(
    `SELECT c.type, sum(c.events)::bigint AS events FROM (${countsUpTo(log, asOf, binder)}) c
     WHERE c.entity_type = ${binder.bind(entityType, 'text')} GROUP BY c.type ORDER BY 2 DESC, 1`,
    binder.values,
  );
  const follows = await followsUpTo(client, log, asOf, { entityType });
  const followed = new Map<string, number>();
  for (const { before, events } of follows) followed.set(before, (followed.get(before) ?? 0) + events);
  return {
    types: types.map(({ type, events }) => ({
      ...{ type, events: Number(events) },
      ends: Number(events) - (followed.get(type) ?? 0),
    })),
    follows: follows.slice(0, most),
    all: follows.length,
    countedTo: log.countedTo,
  };
}

export async function cataloguedEntityTypes(
  client: Queryable,
  namespace: string,
  asOf: AsOf | null,
): Promise<readonly { readonly entityType: string; readonly events: number }[]> {
  const binder = new Binder();
  const counts =
    asOf === null
      ? `SELECT * FROM catalogue_type WHERE namespace = ${binder.bind(namespace, 'text')}`
      : countsUpTo(await countedLog(client, namespace), asOf, binder);
  const { rows } = await client.query<{ entityType: string; events: bigint }>(
    `SELECT entity_type AS "entityType", sum(events)::bigint AS events FROM (${counts}) c
     GROUP BY entity_type ORDER BY 2 DESC, 1`,
    binder.values,
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
