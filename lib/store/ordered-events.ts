/** What a fold asks of the events of one stream beside their lines. */
import type { Pool } from 'pg';

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

/** As they are stored, hex, end to end. */
export async function leafHashesOf(pool: Pool, streamId: bigint, from: number, to: number): Promise<string> {
  const { rows } = await pool.query<{ hashes: string | null }>(
    `SELECT string_agg(encode(leaf_hash, 'hex'), '' ORDER BY version) AS hashes FROM event
     WHERE stream_id = $1 AND version > $2 AND version <= $3`,
    [streamId, from, to],
  );
  return rows[0]?.hashes ?? '';
}
