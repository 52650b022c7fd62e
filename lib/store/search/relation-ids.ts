/**
 * Conversations and causes to go on with from what somebody has written so far: what the newest events hold, then what else begins so. However
 * many events and ids there are, only so many are looked at.
 */
import type { Queryable } from '../event-row.ts';
import type { RelationKind } from './event-search.ts';

export interface RelationBounds {
  /** Newest events of the namespace. */
  readonly events: number;
  /** Ids that begin so, in the order of their index. */
  readonly ids: number;
}

const BOUNDS: RelationBounds = { events: 2_000, ids: 500 };

/** Events of one id that are looked at for whether one of them is of the namespace: the newest ones. */
const MOST_NAMING = 20;

/** First those that begin so, then those that the newest events hold and that hold it, in either case. The newest first, each once. */
export async function relationIds(
  from: Queryable,
  namespace: string,
  kind: RelationKind,
  text: string,
  limit: number,
  bounds: RelationBounds = BOUNDS,
): Promise<readonly string[]> {
  const { rows } = await from.query<{ id: number }>(
    `SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1`,
    [namespace],
  );
  const namespaceId = rows[0]?.id;
  if (namespaceId === undefined) return [];
  const newest = await idsOf(from, newestOf(kind), [namespaceId, bounds.events]);
  const known = new Set(newest.filter((id) => id.startsWith(text)));
  if (text !== '' && known.size < limit)
    for (const id of await idsOf(from, beginningSo(kind), [namespaceId, bounds.ids, text])) known.add(id);
  const sought = text.toLowerCase();
  for (const id of newest) if (id.toLowerCase().includes(sought)) known.add(id);
  return [...known].slice(0, limit);
}

async function idsOf(from: Queryable, statement: string, values: readonly unknown[]) {
  const { rows } = await from.query<{ id: string }>(statement, [...values]);
  return rows.map(({ id }) => id);
}

const newestOf = (kind: RelationKind): string => `SELECT id FROM (
    SELECT position, (SELECT ${kind}_id FROM event_body WHERE position = k.position) AS id FROM (
      SELECT position FROM searchable_event WHERE namespace_id = $1 AND NOT is_own
      ORDER BY recorded_at DESC, position DESC LIMIT $2
    ) k
  ) e WHERE id IS NOT NULL GROUP BY id ORDER BY max(position) DESC`;

/** From one id to the next in their index, so that a conversation of a million events takes one step. */
const beginningSo = (kind: RelationKind): string => `WITH RECURSIVE seen AS (
    SELECT 1 AS nth, (SELECT min(${kind}_id) FROM event_body WHERE ${kind}_id >= $3) AS id
    UNION ALL
    SELECT nth + 1, (SELECT min(b.${kind}_id) FROM event_body b WHERE b.${kind}_id > seen.id)
    FROM seen WHERE starts_with(seen.id, $3) AND nth < $2
  )
  SELECT seen.id FROM seen CROSS JOIN LATERAL (
    SELECT position FROM (
      SELECT position FROM event_body WHERE ${kind}_id = seen.id ORDER BY position DESC LIMIT ${MOST_NAMING}
    ) b WHERE (SELECT namespace_id = $1 AND NOT is_own FROM searchable_event WHERE position = b.position)
    ORDER BY position DESC LIMIT 1
  ) newest WHERE starts_with(seen.id, $3) ORDER BY newest.position DESC`;
