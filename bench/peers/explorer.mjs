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
  sql: ({ text, values }) => timed(async () => (await pool.query(text, values)).rows),
});

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
