/** Events that belong to one event: what caused it, what it caused, and the conversation it is part of, across the entities of a namespace. */
import type { Pool } from 'pg';
import type { RelatedRow, RelatedRows, SourcedRow } from './related-rows.ts';

/** More are said to be more, not counted: a conversation may be the whole log. */
const MOST_COUNTED = 1_000;

const COLUMNS = `s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.position, e.type, b.actor,
  e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt"`;

const TABLES = 'event_body b JOIN event e ON e.position = b.position JOIN stream s ON s.id = e.stream_id';

/** The event with this id. Ids are unique within a source only: one of the same source is meant before any other. */
export async function eventById(
  pool: Pool,
  namespace: string,
  source: string,
  eventId: string,
): Promise<RelatedRow | null> {
  const rows = await eventsById(pool, namespace, eventId);
  return rows.find((row) => row.source === source) ?? rows[0] ?? null;
}

/** One a source at most, ascending by position. Hops from source to source along the index that keeps ids unique. */
export async function eventsById(
  pool: Pool,
  namespace: string,
  eventId: string,
): Promise<readonly SourcedRow[]> {
  const { rows } = await pool.query<SourcedRow>(
    `WITH RECURSIVE hop AS (
       (SELECT source FROM event_body ORDER BY source LIMIT 1)
       UNION ALL
       SELECT (SELECT n.source FROM event_body n WHERE n.source > hop.source ORDER BY n.source LIMIT 1)
       FROM hop WHERE hop.source IS NOT NULL
     )
     SELECT ${COLUMNS}, b.source FROM hop JOIN event_body b ON b.source = hop.source AND b.event_id = $2
       JOIN event e ON e.position = b.position JOIN stream s ON s.id = e.stream_id
     WHERE s.namespace = $1 ORDER BY e.position`,
    [namespace, eventId],
  );
  return rows;
}

/** Ascending by position, the first `limit` (≤ 1,000). */
export async function eventsWith(
  pool: Pool,
  namespace: string,
  by: 'causation' | 'correlation',
  id: string,
  limit: number,
): Promise<RelatedRows> {
  const { rows } = await pool.query<RelatedRow>(
    `SELECT ${COLUMNS} FROM ${TABLES}
     WHERE b.${by}_id = $2 AND s.namespace = $1 ORDER BY b.position LIMIT $3`,
    [namespace, id, MOST_COUNTED + 1],
  );
  return {
    rows: rows.slice(0, limit),
    total: Math.min(rows.length, MOST_COUNTED),
    isMore: rows.length > MOST_COUNTED,
  };
}
