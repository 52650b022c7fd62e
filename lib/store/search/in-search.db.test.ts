import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeForTests } from '../../testing/test-store.ts';
import { databaseProblem } from '../failure.ts';
import { inSearch } from './in-search.ts';

const LIMIT_MS = 100;
/** Much longer than the limit, and not so long that a search which is never given up holds the tests up. */
const SLOW = 'SELECT pg_sleep(10)';

const { database } = storeForTests();
let pool: pg.Pool;
let failure: unknown;

beforeAll(() => {
  // One connection: the next search has the one of the search before.
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
});
afterAll(() => pool.end());

const backend = async (client: pg.PoolClient): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
};

const settings = async (client: pg.PoolClient | pg.Pool): Promise<unknown> => {
  const { rows } = await client.query(
    "SELECT current_setting('statement_timeout') AS limit, current_setting('transaction_read_only') AS read",
  );
  return rows[0];
};

describe('a search that takes longer than it may', () => {
  let before = 0;
  let took = 0;

  beforeEach(async () => {
    before = await inSearch(pool, backend);
    const begun = performance.now();
    failure = await inSearch(pool, (client) => client.query(SLOW), LIMIT_MS).catch((error: unknown) => error);
    took = performance.now() - begun;
  });

  it('is given up as CS-322, well before it would have ended', () => {
    expect(databaseProblem(failure)).toMatchObject({ code: 'CS-322' });
    expect(took).toBeGreaterThan(LIMIT_MS / 2);
    expect(took).toBeLessThan(5_000);
  });

  it('leaves its connection to the next, which has the limit of its own', async () => {
    expect(pool.totalCount).toBe(1);
    expect(pool.idleCount).toBe(1);
    const next = await inSearch(pool, async (client) => [await backend(client), await settings(client)]);
    expect(next).toEqual([before, { limit: '8s', read: 'on' }]);
    // Outside a search nothing of it is left.
    expect(await settings(pool)).toEqual({ limit: '0', read: 'off' });
  });

  it('is given up also where the statement works all the time instead of sleeping', async () => {
    const busy = 'SELECT count(*) FROM generate_series(1, 100000) a CROSS JOIN generate_series(1, 100000) b';
    const failed = await inSearch(pool, (client) => client.query(busy), LIMIT_MS).catch(
      (error: unknown) => error,
    );
    expect(databaseProblem(failed)).toMatchObject({ code: 'CS-322' });
    expect(await inSearch(pool, backend)).toBe(before);
  });
});
