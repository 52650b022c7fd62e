import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { comparison } from './comparison.ts';
import { planOf } from './plan-of.fixture.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const items = [1, 2].flatMap((amount) =>
    ['o-1', 'o-2', 'o-3'].map((entityId) => ({
      event: newEvent({ entityId, payload: JSON.stringify({ amount, twice: 2 * amount }) }),
    })),
  );
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== 6n);
  // As the change log has them.
  await pool.query(`INSERT INTO path (digest, text) VALUES ('\\x01', '/amount'), ('\\x02', '/twice')`);
  await pool.query(`INSERT INTO change (position, stream_id, recorded_high, occurred_at, value_key, path_id, version, is_cut, value)
    SELECT e.position, e.stream_id, e.recorded_high, e.occurred_at, e.version, p.id, e.version, false, e.version::text
    FROM event e CROSS JOIN path p`);
});
afterAll(() => pool.end());

const compared = () =>
  comparison(pool, {
    namespace: 'main',
    from: { at: 'position', position: 3n },
    to: { at: 'position', position: 6n },
    ...{ known: 6n, became: null, entityType: null, after: null, limit: 9 },
  });

it('looks up the streams that moved and reads no others', async () => {
  const plan = await planOf(pool, 'WITH candidate', ['enable_seqscan', 'enable_nestloop'], compared);
  expect(plan).toMatch(/Index Scan using stream_pkey on stream\s.*\n\s+Index Cond: \(id = m\.stream_id\)/);
});

// What a leaf was before, and the event that was the last one then, lie all over the store.
it('reads of before an index of changes alone, where the clock ran in the order of the log', async () => {
  await pool.query('VACUUM change');
  const scans = ['enable_seqscan', 'enable_bitmapscan'];
  const plan = await planOf(pool, 'WITH candidate', scans, compared, 'EXPLAIN ANALYZE');
  expect(plan).toMatch(/Index Only Scan Backward using change_stream_id_path_id_version_idx on change /);
  const ofEvents = plan.split('\n').filter((line) => / on event( |$)| on event_\d/.test(line));
  expect(ofEvents.length).toBeGreaterThan(0);
  for (const line of ofEvents) expect(line).toContain('never executed');
});

// The planner takes what moved for one row where its statistics are old, and joins it to others by going through all of them.
it('goes through what moved once, whatever the planner believes of it', async () => {
  expect(await compared()).toMatchObject({
    types: [{ changed: 3, fields: 6 }],
    paths: [{ entities: 3 }, { entities: 3 }],
    allPaths: 2,
  });
  const joins = ['enable_hashjoin', 'enable_mergejoin', 'enable_material', 'enable_memoize'];
  const plan = await planOf(pool, 'WITH candidate', joins, compared, 'EXPLAIN ANALYZE');
  const scans = [...plan.matchAll(/CTE Scan on (\w+).* loops=(\d+)\)/g)];
  expect(scans.length).toBeGreaterThan(3);
  expect(scans.filter(([, , loops]) => loops !== '1').map(([scan]) => scan)).toEqual([]);
});
