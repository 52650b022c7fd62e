/** The events of one stream in the order of an axis, page by page, as a fold takes them. */
import type { Pool } from 'pg';
import type { EventLink, StoredEvent } from '#core';
import { STORED_COLUMNS, type StoredRow } from './event-row.ts';
import { STORE_LIMITS } from './limits.ts';
import type { OrderedEventsQuery } from './store.ts';

/** Links are left out: no fold asks for them. */
const NO_LINKS: readonly EventLink[] = [];

export async function eventsInOrder(
  pool: Pool,
  { streamId, axis, upTo, after, limit }: OrderedEventsQuery,
): Promise<readonly StoredEvent[]> {
  const from = { version: after?.version ?? 0, occurredAt: after?.occurredAt ?? BEFORE_ALL };
  const most = Math.min(limit, STORE_LIMITS.pageEvents);
  const { rows } = await (axis === 'recorded'
    ? pool.query<StoredRow>(
        `SELECT ${STORED_COLUMNS} FROM event e JOIN event_body b ON b.position = e.position
         WHERE e.stream_id = $1 AND e.version > $2 AND e.version <= $3 ORDER BY e.version LIMIT $4`,
        [streamId, from.version, upTo, most],
      )
    : pool.query<StoredRow>(
        `SELECT ${STORED_COLUMNS} FROM event e JOIN event_body b ON b.position = e.position
         WHERE e.stream_id = $1 AND (e.occurred_at, e.version) > ($2, $3) AND e.version <= $4
         ORDER BY e.occurred_at, e.version LIMIT $5`,
        [streamId, from.occurredAt, from.version, upTo, most],
      ));
  return rows.map((row) => ({ ...row, links: NO_LINKS }));
}

/** The lowest bigint of the database. */
const BEFORE_ALL = -(2n ** 63n);

/** The earliest occurredAt among versions from `from` (exclusive) to `to`, or null where there are none. */
export async function earliestOccurrence(
  pool: Pool,
  streamId: bigint,
  from: number,
  to: number,
): Promise<bigint | null> {
  const { rows } = await pool.query<{ earliest: bigint | null }>(
    'SELECT min(occurred_at) AS earliest FROM event WHERE stream_id = $1 AND version > $2 AND version <= $3',
    [streamId, from, to],
  );
  return rows[0]?.earliest ?? null;
}
