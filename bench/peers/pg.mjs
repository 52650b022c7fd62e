/** The driver alone, and a reducer. */
import pg from 'pg';
import { answering, timed } from '../answering.ts';
import { mergePatch } from './merge-patch.mjs';
import { loadPlainEvents } from './plain-events.mjs';

let pool = null;
let name = '';

answering({
  open: ({ url, stream }) => {
    pool = new pg.Pool({ connectionString: url });
    name = stream;
  },
  load: ({ url, stream }) => loadPlainEvents(url, stream),
  state: ({ version }) =>
    timed(async () => {
      const { rows } = await pool.query(
        'SELECT version, type, payload FROM plain_event WHERE stream_id = $1 AND version <= $2 ORDER BY version',
        [name, version],
      );
      return rows.reduce((state, { payload }) => mergePatch(state, payload), {});
    }),
});
