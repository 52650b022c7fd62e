/**
 * Who did what rollups count, and where it came from, which they do not know: of every event where those are few, else of the newest. Law: of few it
 * is what looking at every event gives.
 */
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { compiled, walkedQuery } from './condition.ts';
import type { SummaryQuery } from './event-search.ts';
import type { CountedName } from './facets.ts';
import type { Names } from './names.ts';
import { isInOrder } from './newest-rows.ts';
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
  /** … and of more than that, so many. */
  readonly newest: number;
}

const BOUNDS: LookBounds = { few: 20_000, newest: 2_000 };

/** What rollups were asked, as they read it. */
export interface LookedAt extends Pick<SummaryQuery, 'namespace' | 'query' | 'axis'> {
  readonly namespaceId: number;
  readonly names: Names;
  /** How many are found. */
  readonly events: number;
}

/** null: they are many, and no index has them in the order of the clock. */
export async function lookedAtNames(
  from: Queryable,
  asked: LookedAt,
  bounds: LookBounds = BOUNDS,
): Promise<LookedAtNames | null> {
  const areFew = asked.events <= bounds.few;
  if (!areFew && !areInOrder(asked)) return null;
  const binder = new Binder();
  const { bind } = binder;
  const { namespace, names } = asked;
  const condition = compiled(asked.query, { namespace, names, bind });
  const clock = asked.axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const newest = areFew ? '' : `ORDER BY ${clock} DESC, k.position DESC LIMIT ${bounds.newest}`;
  const { rows } = await from.query<{ isActor: boolean; id: number | null; events: bigint }>(
    `SELECT grouping(k.actor_id) = 0 AS "isActor", coalesce(k.actor_id, k.source_id) AS id, count(*) AS events
     FROM (SELECT k.actor_id, k.source_id FROM searchable_event k
       WHERE k.namespace_id = ${bind(asked.namespaceId, 'integer')} AND NOT k.is_own AND ${condition} ${newest}) k
     GROUP BY GROUPING SETS ((k.actor_id), (k.source_id))`,
    binder.values,
  );
  const counted = rows.map(({ isActor, id, events }): CountedName => {
    return { field: isActor ? 'actor' : 'source', id, events: Number(events) };
  });
  return { names: counted, newest: areFew ? null : bounds.newest };
}

/** One name at most beside times: of two, an index that has the one in its order may have few of the other. */
function areInOrder({ query, axis }: LookedAt): boolean {
  const { kind } = withoutTimes(query);
  if (kind === 'all') return true;
  return kind !== 'and' && walkedQuery(query).ofRow.every((member) => isInOrder(member, axis));
}
