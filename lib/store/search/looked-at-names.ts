/**
 * Who did what rollups count, and where it came from, which they do not know: of every event where those are few, else of the newest that are
 * met on a walk of bounded length. Law: of few it is what looking at every event gives, and of many what looking at that many of the newest gives.
 */
import { termsOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { compiled } from './condition.ts';
import type { SummaryQuery } from './event-search.ts';
import type { CountedName } from './facets.ts';
import { nameRuns } from './name-runs.ts';
import type { Names } from './names.ts';
import { walkedRows } from './newest-rows.ts';
import { withoutTimes } from './without-times.ts';

export interface LookedAtNames {
  /** Of actors and of sources. */
  readonly names: readonly CountedName[];
  /** How many of the newest events were looked at; null: all of them. */
  readonly newest: number | null;
}

export interface LookBounds {
  /** So many are looked at one by one … */
  readonly few: number;
  /** … and of more than that, so many, … */
  readonly newest: number;
  /** … or as many as are met among so many rows in the order of the clock, … */
  readonly walked: number;
  /** … or among so many of some names, whose rows lie further apart. */
  readonly walkedOfNames: number;
  /** Fewer say nothing about the others. */
  readonly least: number;
}

const BOUNDS: LookBounds = {
  few: 20_000,
  newest: 2_000,
  walked: 50_000,
  walkedOfNames: 10_000,
  least: 100,
};

/** What rollups were asked, as they read it: its times stand at its top. */
export interface LookedAt extends Pick<SummaryQuery, 'namespace' | 'query' | 'axis'> {
  readonly namespaceId: number;
  readonly names: Names;
  /** How many are found. */
  readonly events: number;
}

/** null: they are many, and the walk met next to none of them. */
export async function lookedAtNames(
  from: Queryable,
  asked: LookedAt,
  bounds: LookBounds = BOUNDS,
): Promise<LookedAtNames | null> {
  const areFew = asked.events <= bounds.few;
  const binder = new Binder();
  const looked = areFew ? allRows(asked, binder) : newestRows(asked, binder, bounds);
  const { rows } = await from.query<{ isActor: boolean; id: number | null; events: bigint }>(
    `SELECT grouping(k.actor_id) = 0 AS "isActor", coalesce(k.actor_id, k.source_id) AS id, count(*) AS events
     FROM (${looked}) k GROUP BY GROUPING SETS ((k.actor_id), (k.source_id))`,
    binder.values,
  );
  const names = rows.map(({ isActor, id, events }): CountedName => {
    return { field: isActor ? 'actor' : 'source', id, events: Number(events) };
  });
  if (areFew) return { names, newest: null };
  const newest = names.reduce((sum, { field, events }) => sum + (field === 'actor' ? events : 0), 0);
  return newest < bounds.least ? null : { names, newest };
}

function allRows({ query, namespace, namespaceId, names }: LookedAt, { bind }: Binder): string {
  return `SELECT k.actor_id, k.source_id FROM searchable_event k
    WHERE k.namespace_id = ${bind(namespaceId, 'integer')} AND NOT k.is_own AND ${compiled(query, { namespace, names, bind })}`;
}

function newestRows(
  { query, axis, namespace, namespaceId, names }: LookedAt,
  { bind }: Binder,
  { newest, walked, walkedOfNames }: LookBounds,
): string {
  const to = { namespace, names, bind };
  const times = termsOf(query).filter(({ kind }) => kind === 'time');
  const counted = ['NOT k.is_own', ...times.map((term) => compiled(term, to))].join(' AND ');
  const rest = withoutTimes(query);
  const runs = axis === 'recorded' ? nameRuns(rest, names) : null;
  // A name is of one namespace.
  const conditions =
    runs === null
      ? [`k.namespace_id = ${bind(namespaceId, 'integer')} AND ${counted}`]
      : runs.ids.map((id) => `${runs.column} = ${bind(id, 'integer')} AND ${counted}`);
  const areAll = rest.kind === 'all' || runs?.areAll === true;
  const within = areAll ? 'true' : compiled(rest, to);
  const rows = areAll ? newest : runs === null ? walked : walkedOfNames;
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  return `${walkedRows(conditions, within, clock, rows)} LIMIT ${newest}`;
}
