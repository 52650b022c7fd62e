/** Reads of events: of one stream by version, of the whole log by position. */
import type { Pool } from 'pg';
import { NOTES_ENTITY_TYPE, type StoredEvent } from '#core';
import {
  LOG_COLUMNS,
  LOG_TABLES,
  type LogRow,
  type Queryable,
  STORED_COLUMNS,
  type StoredRow,
  withLinks,
} from './event-row.ts';
import { STORE_LIMITS } from './limits.ts';
import type { LogEvent } from './store.ts';

export async function eventsOf(
  pool: Pool,
  streamId: bigint,
  after: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const { rows } = await pool.query<StoredRow>(
    `SELECT ${STORED_COLUMNS} FROM event e JOIN event_body b ON b.position = e.position
     WHERE e.stream_id = $1 AND e.version > $2 ORDER BY e.version LIMIT $3`,
    [streamId, after, Math.min(limit, STORE_LIMITS.pageEvents)],
  );
  return withLinks(pool, rows);
}

/** The bound is repeated for the body, lest a merge join begin with the first body of the log for each page. */
export async function eventsFrom(
  from: Queryable,
  after: bigint,
  limit: number,
  namespace: string | null,
): Promise<readonly LogEvent[]> {
  const { rows } = await from.query<LogRow>(
    `SELECT ${LOG_COLUMNS} FROM ${LOG_TABLES}
     WHERE e.position > $1 AND b.position > $1 AND ($3::text IS NULL OR s.namespace = $3) ORDER BY e.position LIMIT $2`,
    [after, Math.min(limit, STORE_LIMITS.pageEvents), namespace],
  );
  return withLinks(from, rows);
}

/** Positions are dense, so the n-th hash of a page belongs to position `after` + n. */
export async function leafHashesFrom(
  pool: Pool,
  after: bigint,
  limit: number,
): Promise<readonly Uint8Array[]> {
  const { rows } = await pool.query<{ leafHash: Uint8Array }>(
    'SELECT leaf_hash AS "leafHash" FROM event WHERE position > $1 ORDER BY position LIMIT $2',
    [after, limit],
  );
  return rows.map(({ leafHash }) => leafHash);
}

/** The newest events of the entities of a namespace, newest first. They lie in the streams that moved last, of which there are no more than events. */
export async function newestEvents(
  pool: Pool,
  namespace: string,
  limit: number,
): Promise<readonly LogEvent[]> {
  const { rows } = await pool.query<LogRow>(
    `SELECT ${LOG_COLUMNS}
     FROM (SELECT * FROM stream WHERE namespace = $1 AND entity_type <> $3 ORDER BY last_position DESC LIMIT $2) s
     JOIN LATERAL (SELECT * FROM event WHERE stream_id = s.id ORDER BY version DESC LIMIT $2) e ON true
     JOIN event_body b ON b.position = e.position
     ORDER BY e.position DESC LIMIT $2`,
    [namespace, limit, NOTES_ENTITY_TYPE],
  );
  return withLinks(pool, rows);
}
