/** What the events of one stream led to elsewhere: events that they caused, and others of their conversations, in other streams of the namespace. */
import type { Pool } from 'pg';
import type { ConsequenceRow, ConsequenceRows } from './related-rows.ts';

/** Of one event or one conversation; more are said to be more, not counted: a conversation may be the whole log. */
const MOST_COUNTED = 1_000;

/** In bytes: what a longer one says is more than a line can tell. */
const LONGEST_PAYLOAD = 16_384;

/** Each once, ascending by position, the first `limit`. What was caused is said to be so before what shares a conversation. */
export async function consequencesOf(
  pool: Pool,
  streamId: bigint,
  versions: readonly number[],
  limit: number,
): Promise<ConsequenceRows> {
  const { rows } = await pool.query<ConsequenceRow & { readonly total: number; readonly most: number }>(
    `WITH asked AS (
       SELECT e.version, b.event_id, b.correlation_id FROM event e JOIN event_body b ON b.position = e.position
       WHERE e.stream_id = $1 AND e.version = ANY($2::int[])
     ), talks AS (
       SELECT correlation_id, min(version) AS version FROM asked
       WHERE correlation_id IS NOT NULL GROUP BY correlation_id
     ), reached AS (
       SELECT 'caused' AS how, a.version AS "of", c.* FROM asked a CROSS JOIN LATERAL (${elsewhere('b.causation_id = a.event_id')}) c
       UNION ALL
       SELECT 'conversation' AS how, t.version AS "of", c.* FROM talks t CROSS JOIN LATERAL (${elsewhere('b.correlation_id = t.correlation_id')}) c
     ), once AS (
       SELECT DISTINCT ON (position) how, "of", position, (SELECT max(place) FROM reached)::int AS most
       FROM reached WHERE place <= ${MOST_COUNTED} ORDER BY position, how, "of"
     )
     SELECT s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.position, e.type, b.actor,
       e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt",
       CASE WHEN e.payload_format = 'json' AND octet_length(b.payload) <= ${LONGEST_PAYLOAD} THEN b.payload END AS payload,
       o.how, o."of", o.most, (count(*) OVER ())::int AS total
     FROM once o JOIN event_body b ON b.position = o.position JOIN event e ON e.position = o.position
       JOIN stream s ON s.id = e.stream_id
     ORDER BY o.position LIMIT $3`,
    [streamId, versions, limit],
  );
  const [first] = rows;
  return {
    rows: rows.map(({ total: _total, most: _most, ...row }) => row),
    total: first?.total ?? 0,
    isMore: (first?.most ?? 0) > MOST_COUNTED,
  };
}

/** One more than are counted, so that it is known where there are more; `place` counts them. */
const elsewhere = (
  belongs: string,
) => `SELECT n.position, row_number() OVER (ORDER BY n.position) AS place FROM (
         SELECT b.position FROM event_body b JOIN event e ON e.position = b.position JOIN stream s ON s.id = e.stream_id
         WHERE ${belongs} AND s.id <> $1 AND s.namespace = (SELECT namespace FROM stream WHERE id = $1)
         ORDER BY b.position LIMIT ${MOST_COUNTED + 1}) n`;
