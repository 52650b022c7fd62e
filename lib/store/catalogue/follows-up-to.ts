/**
 * Which event had come right behind which by an instant of either clock: whole days are added up, and what became known on the day of the instant
 * is looked at where that day goes on behind it.
 */
import { countStep, dayOf, type FollowTally, joinFollows, newFollow, readAllGaps, stepGap } from '#core';
import type { Queryable } from '../event-row.ts';
import { axisNumber } from '../read-models/catalogue-day-rows.ts';
import { Binder } from '../search/binder.ts';
import type { AsOf } from './catalogue-store.ts';
import { type CountedLog, clockOn, positionsIn } from './counted-log.ts';
import { beginningOfDay } from './counts-up-to.ts';

/** The steps in the streams of an entity type, or those to and from a type of event. */
export type WhichFollows = { readonly entityType: string } | { readonly type: string };

/** The most frequent first. */
export async function followsUpTo(
  client: Queryable,
  log: CountedLog,
  asOf: AsOf,
  which: WhichFollows,
): Promise<readonly FollowTally[]> {
  const follows = await wholeDays(client, log, asOf, which);
  for (const [key, cut] of await cutDay(client, log, asOf, which)) {
    const known = follows.get(key);
    if (known === undefined) follows.set(key, cut);
    else joinFollows(known, cut);
  }
  return [...follows.values()].sort(
    (a, b) =>
      b.events - a.events ||
      inOrder(a.entityType, b.entityType) ||
      inOrder(a.before, b.before) ||
      inOrder(a.after, b.after),
  );
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface StepName {
  readonly entityType: string;
  readonly before: string;
  readonly after: string;
}

const keyOf = ({ entityType, before, after }: StepName): string => `${entityType}\0${before}\0${after}`;

/** The conditions of rows f of catalogue_follow_day. */
function among(log: CountedLog, { axis }: AsOf, which: WhichFollows, { bind }: Binder): string {
  const of = `f.namespace = ${bind(log.namespace, 'text')} AND f.axis = ${axisNumber(axis)}`;
  if ('entityType' in which) return `${of} AND f.entity_type = ${bind(which.entityType, 'text')}`;
  const type = bind(which.type, 'text');
  return `${of} AND (f.before = ${type} OR f.after = ${type})`;
}

async function wholeDays(
  client: Queryable,
  log: CountedLog,
  asOf: AsOf,
  which: WhichFollows,
): Promise<Map<string, FollowTally>> {
  const binder = new Binder();
  const { rows } = await client.query<
    Omit<FollowTally, 'events' | 'gapSum' | 'gaps' | 'namespace'> & {
      readonly events: bigint;
      readonly gapSum: string;
      readonly gaps: string;
    }
  >(
    `SELECT f.entity_type AS "entityType", f.before, f.after, sum(f.events)::bigint AS events, sum(f.gap_sum)::text AS "gapSum",
       '[' || string_agg(f.gaps, ',') || ']' AS gaps, min(f.first_position) AS "firstPosition", max(f.last_position) AS "lastPosition"
     FROM catalogue_follow_day f WHERE ${among(log, asOf, which, binder)} AND f.last_known <= ${binder.bind(asOf.at, 'bigint')}
     GROUP BY f.entity_type, f.before, f.after`,
    binder.values,
  );
  return new Map(
    rows.map(({ events, gapSum, gaps, ...row }) => [
      keyOf(row),
      {
        ...{ ...row, namespace: log.namespace, events: Number(events) },
        ...{ gapSum: BigInt(gapSum), gaps: readAllGaps(gaps) },
      },
    ]),
  );
}

/** Of the steps whose day goes on behind the instant, what of it had become known. */
async function cutDay(
  client: Queryable,
  log: CountedLog,
  asOf: AsOf,
  which: WhichFollows,
): Promise<ReadonlyMap<string, FollowTally>> {
  const binder = new Binder();
  const at = binder.bind(asOf.at, 'bigint');
  const { rows: names } = await client.query<StepName>(
    `SELECT f.entity_type AS "entityType", f.before, f.after FROM catalogue_follow_day f
     WHERE ${among(log, asOf, which, binder)} AND f.day = ${binder.bind(dayOf(asOf.at), 'integer')}
       AND f.first_known <= ${at} AND f.last_known > ${at}`,
    binder.values,
  );
  const cut = new Map<string, FollowTally>();
  if (names.length === 0) return cut;
  const wanted = new Set(names.map(keyOf));
  for (const { position, gap, ...step } of await stepsOfDay(client, log, asOf)) {
    const key = keyOf(step);
    if (!wanted.has(key)) continue;
    const follow = cut.get(key) ?? newFollow({ namespace: log.namespace, ...step }, position);
    if (follow.events === 0) cut.set(key, follow);
    countStep(follow, position, gap === null ? null : stepGap(gap));
  }
  return cut;
}

interface KnownStep extends StepName {
  readonly position: bigint;
  readonly gap: bigint | null;
}

/**
 * All steps that became known on the day of the instant, up to that, by position. The event whose clock lies there is the later one of the two in
 * its stream, or the earlier one where that has the later clock.
 */
async function stepsOfDay(client: Queryable, log: CountedLog, asOf: AsOf): Promise<readonly KnownStep[]> {
  const binder = new Binder();
  const part = { axis: asOf.axis, from: beginningOfDay(asOf.at), to: asOf.at };
  const clock = clockOn(asOf.axis);
  const { rows } = await client.query<KnownStep>(
    `WITH part AS MATERIALIZED (
       SELECT e.position, e.stream_id, e.version, e.type, e.occurred_at, s.entity_type
       FROM (${positionsIn(log, part, binder)}) p JOIN event e ON e.position = p.position JOIN stream s ON s.id = e.stream_id
     )
     SELECT k.entity_type AS "entityType", coalesce(b.type, '') AS before, k.type AS after, k.position, k.occurred_at - b.occurred_at AS gap
     FROM part k LEFT JOIN event b ON b.stream_id = k.stream_id AND b.version = k.version - 1
     WHERE k.version = 1 OR b.${clock} <= ${binder.bind(part.to, 'bigint')}
     UNION ALL
     SELECT k.entity_type, k.type, n.type, n.position, n.occurred_at - k.occurred_at
     FROM part k JOIN event n ON n.stream_id = k.stream_id AND n.version = k.version + 1
     WHERE n.${clock} < ${binder.bind(part.from, 'bigint')} AND n.position <= ${binder.bind(log.countedTo, 'bigint')}
     ORDER BY 4`,
    binder.values,
  );
  return rows;
}
