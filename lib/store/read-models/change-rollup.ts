/**
 * How many leaves changed when: a rollup that the change log fills in its own steps.
 *
 * By quarters of an hour, of which the days of every zone can be put together, and by the clocks that events are searched by. Law: the sum of any
 * quarter is the number of rows that the change log has of the events in it.
 */
import type { PoolClient } from 'pg';

/** Microseconds. */
export const QUARTER = 900_000_000n;

/** `from` exclusive: the changes of these positions are in the change log, and were not rolled up before. */
export async function rollUpChanges(client: PoolClient, from: bigint, to: bigint): Promise<void> {
  await client.query(ROLL_UP, [from, to]);
}

const ROLL_UP = `INSERT INTO change_rollup (namespace, axis, bucket, changes)
  SELECT s.namespace, v.axis, v.instant - ((v.instant % ${QUARTER}) + ${QUARTER}) % ${QUARTER}, sum(n.changes)
  FROM (SELECT position, stream_id, count(*) AS changes FROM change WHERE position > $1 AND position <= $2 GROUP BY 1, 2) n
  JOIN event e ON e.position = n.position JOIN stream s ON s.id = n.stream_id,
    LATERAL (VALUES (0::smallint, e.recorded_at), (1, e.occurred_at)) AS v(axis, instant)
  WHERE e.position > $1 AND e.position <= $2
  GROUP BY 1, 2, 3
  ON CONFLICT (namespace, axis, bucket) DO UPDATE SET changes = change_rollup.changes + EXCLUDED.changes`;
