/** PostgreSQL folds: an aggregate over `jsonb ||`, which is right here because an event re-sends a part whole. */
import pg from 'pg';
import { answering, timed } from '../answering.ts';
import { loadPlainEvents } from './plain-events.mjs';

let pool = null;
let name = '';

answering({
  open: ({ url, stream }) => {
    pool = new pg.Pool({ connectionString: url });
    name = stream;
  },
  load: async ({ url, stream }) => {
    await loadPlainEvents(url, stream);
    await pool.query(
      "CREATE OR REPLACE AGGREGATE jsonb_merged(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}')",
    );
  },
  state: ({ version }) =>
    timed(async () => {
      const { rows } = await pool.query(
        'SELECT jsonb_merged(payload ORDER BY version) AS state FROM plain_event WHERE stream_id = $1 AND version <= $2',
        [name, version],
      );
      return rows[0].state;
    }),
});
