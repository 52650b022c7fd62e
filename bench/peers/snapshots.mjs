/** A snapshot after every hundredth event, and a fold of what follows: what one writes by hand when a stream gets long. */
import pg from 'pg';
import { answering, timed } from '../answering.ts';
import { mergePatch } from './merge-patch.mjs';
import { loadPlainEvents } from './plain-events.mjs';

const EVERY = 100;
const PAGE = 5_000;
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
      'CREATE TABLE IF NOT EXISTS plain_snapshot (stream_id text, version int, state jsonb, PRIMARY KEY (stream_id, version))',
    );
    await writeSnapshots();
  },
  state: ({ version }) =>
    timed(async () => {
      const { rows: snapshots } = await pool.query(
        'SELECT version, state FROM plain_snapshot WHERE stream_id = $1 AND version <= $2 ORDER BY version DESC LIMIT 1',
        [name, version],
      );
      const { state = {}, version: from = 0 } = snapshots[0] ?? {};
      return (await events(from, version)).reduce((state, { payload }) => mergePatch(state, payload), state);
    }),
});

async function events(after, upTo) {
  const { rows } = await pool.query(
    'SELECT version, payload FROM plain_event WHERE stream_id = $1 AND version > $2 AND version <= $3 ORDER BY version',
    [name, after, upTo],
  );
  return rows;
}

async function writeSnapshots() {
  let state = {};
  for (let after = 0; ; after += PAGE) {
    const page = await events(after, after + PAGE);
    const taken = [];
    for (const { version, payload } of page) {
      state = mergePatch(state, payload);
      if (version % EVERY === 0) taken.push({ version, state: JSON.stringify(state) });
    }
    await pool.query(
      'INSERT INTO plain_snapshot SELECT $1, v, s::jsonb FROM unnest($2::int[], $3::text[]) AS t(v, s)',
      [name, taken.map(({ version }) => version), taken.map((one) => one.state)],
    );
    if (page.length < PAGE) return;
  }
}
