/**
 * The newest times of a namespace that have about so many events. What is often met is found among those, whatever the log holds.
 *
 * Law: an event that is as new as the window has no position before it.
 */
import { timesOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { SummaryQuery } from './event-search.ts';

export interface NewestWindow {
  /** Where it begins by the clock of the axis. */
  readonly from: bigint;
  /** The lowest position in it. */
  readonly position: bigint;
}

/** Whole days, as rollups have them. null: it would have so much of the log that all of it is asked as soon. */
export async function newestWindow(
  client: Queryable,
  { namespace, query, axis }: SummaryQuery,
  events: number,
): Promise<NewestWindow | null> {
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const { rows } = await client.query<{ from: bigint; position: bigint | null }>(
    `WITH day AS (
       SELECT namespace_id, day AS bucket, sum(events) AS events FROM rollup
       WHERE namespace_id = (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1)
         AND axis = $2 AND ($3::bigint IS NULL OR day < $3) GROUP BY namespace_id, day
     ), added AS (
       SELECT namespace_id, bucket, sum(events) OVER (ORDER BY bucket DESC) AS events, sum(events) OVER () AS of FROM day
     ), first AS (
       SELECT * FROM added WHERE events >= $4 AND events * 4 <= of ORDER BY bucket DESC LIMIT 1
     )
     SELECT bucket AS from, (
       SELECT min(k.position + 0) FROM searchable_event k WHERE k.namespace_id = first.namespace_id AND ${clock} >= bucket
         AND ($3::bigint IS NULL OR ${clock} < $3)
     ) AS position FROM first`,
    [askable(namespace), axis === 'recorded' ? 0 : 1, timesOf(query, axis)?.to ?? null, events],
  );
  const [row] = rows;
  return row === undefined || row.position === null ? null : { ...row, position: row.position };
}
