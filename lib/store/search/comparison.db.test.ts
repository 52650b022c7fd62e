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
  const receipt = await store().append({ namespace: 'main', atomic: true, items: [{ event: newEvent() }] });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== 1n);
});
afterAll(() => pool.end());

it('looks up the streams that moved and reads no others', async () => {
  const plan = await planOf(pool, 'WITH candidate', ['enable_seqscan', 'enable_nestloop'], () =>
    comparison(pool, {
      namespace: 'main',
      from: { at: 'position', position: 0n },
      to: { at: 'position', position: 1n },
      ...{ known: 1n, became: null, entityType: null, after: null, limit: 9 },
    }),
  );
  expect(plan).toMatch(/Index Scan using stream_pkey on stream\s.*\n\s+Index Cond: \(id = m\.stream_id\)/);
});
