/**
 * Which events of one stream hold a text, in payload, type or metadata: a scan of that stream alone, a stretch of versions at a time,
 * because no index of every word of a log would be worth its room. ASCII letters are found in either case, others as written.
 */
import type { Pool } from 'pg';
import { isWellFormed } from '#core';

/** Versions behind `after` up to `through`, ascending. The text is a parameter, and no pattern: it needs no escaping. */
export async function versionsWithText(
  pool: Pool,
  streamId: bigint,
  text: string,
  after: number,
  through: number,
): Promise<readonly number[]> {
  // PostgreSQL keeps no such text, and would fail on the question.
  if (text.includes('\0') || !isWellFormed(text)) return [];
  const { rows } = await pool.query<{ version: number }>(
    `SELECT e.version FROM event e JOIN event_body b ON b.position = e.position,
       lower($2::text COLLATE "C") AS wanted(text)
     WHERE e.stream_id = $1 AND e.version > $3 AND e.version <= $4
       AND (strpos(lower(b.payload COLLATE "C"), wanted.text) > 0
         OR strpos(lower(e.type), wanted.text) > 0
         OR strpos(lower(b.metadata COLLATE "C"), wanted.text) > 0)
     ORDER BY e.version`,
    [streamId, text, after, through],
  );
  return rows.map(({ version }) => version);
}
