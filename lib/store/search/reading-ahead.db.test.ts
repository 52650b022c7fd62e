import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeForTests } from '../../testing/test-store.ts';
import { inSearch } from './in-search.ts';
import { readingAhead } from './reading-ahead.ts';

const { database } = storeForTests();
let pool: pg.Pool;

beforeAll(() => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
});
afterAll(() => pool.end());

const PLAN = 'EXPLAIN SELECT * FROM searchable_event WHERE position = 1';

it('finds rows by bitmaps, and by other ways afterwards', async () => {
  const planOf = async (client: pg.PoolClient): Promise<string> => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(PLAN);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const [ahead, behind] = await inSearch(pool, async (client) => {
    await client.query('SET LOCAL enable_seqscan = off');
    return [await readingAhead(client, () => planOf(client)), await planOf(client)];
  });
  expect(ahead).toContain('Bitmap Heap Scan');
  expect(behind).toMatch(/^Index Scan/);
});
