/** What one writes by hand over the same events: SQL that scans them, and a fold of all of them in the program. */
import pg from 'pg';
import { answering, timed } from '../answering.ts';
import { mergePatch } from './merge-patch.mjs';

let pool = null;

answering({
  open: ({ url }) => {
    pool = new pg.Pool({ connectionString: url });
  },
  histogram: () =>
    timed(async () => {
      const { rows } = await pool.query(
        'SELECT recorded_at / 86400000000 AS day, type, count(*)::integer AS events FROM event GROUP BY 1, 2',
      );
      return rows.reduce((sum, { events }) => sum + events, 0);
    }),
  /** All entities as they were: the first fifty that are open, and how often a status changed until then. */
  fold: ({ at, type }) => timed(() => folded(at, type)),
  /** How often a cart was abandoned, seen again within a week, and ordered within a week of that. */
  sequence: () =>
    timed(async () => {
      const { rows } = await pool.query(SEQUENCE);
      return rows[0].starts;
    }),
});

const WEEK = 604_800_000_000;
const SEQUENCE = `WITH ordered AS (
    SELECT stream_id, version, recorded_at, type,
      min(recorded_at) FILTER (WHERE type = 'OrderPlaced') OVER later AS ordered_at
    FROM event WHERE type IN ('CartAbandoned', 'SessionStarted', 'OrderPlaced')
    WINDOW later AS (PARTITION BY stream_id ORDER BY version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
  ), back AS (
    SELECT type, recorded_at, min(recorded_at) FILTER (WHERE type = 'SessionStarted' AND ordered_at - recorded_at <= ${WEEK})
      OVER (PARTITION BY stream_id ORDER BY version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS back_at
    FROM ordered
  )
  SELECT count(*)::integer AS starts FROM back WHERE type = 'CartAbandoned' AND back_at - recorded_at <= ${WEEK}`;

const PAGE = 10_000;

async function folded(at, type) {
  const states = new Map();
  const names = new Map();
  let changes = 0;
  for (let after = 0n; ; ) {
    const { rows } = await pool.query(
      `SELECT e.position, e.stream_id AS stream, b.payload FROM event e JOIN event_body b ON b.position = e.position
         WHERE e.position > $1 AND b.position > $1 AND e.recorded_at <= $2 ORDER BY e.position LIMIT ${PAGE}`,
      [after, at],
    );
    for (const { stream, payload } of rows) {
      const before = states.get(stream) ?? {};
      const status = before.status;
      const after = mergePatch(before, JSON.parse(payload));
      if (after.status !== status) changes += 1;
      states.set(stream, after);
    }
    if (rows.length < PAGE) break;
    after = rows[rows.length - 1].position;
  }
  const { rows } = await pool.query('SELECT id, entity_id AS "entityId" FROM stream WHERE entity_type = $1', [
    type,
  ]);
  for (const { id, entityId } of rows) names.set(id, entityId);
  const open = [...states].filter(([stream, { status }]) => names.has(stream) && status === 'open');
  const ids = open.map(([stream]) => `${type}/${names.get(stream)}`).sort();
  return { ids: ids.slice(0, 50), changes };
}
