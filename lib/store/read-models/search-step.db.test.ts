import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeForTests } from '../../testing/test-store.ts';
import { NO_LOOPS, SEARCH_STEP } from './search-step.ts';

const { database } = storeForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

it('meets no event with every name or stream of the step, though PostgreSQL expects one of each', async () => {
  await client.query(`BEGIN; ${NO_LOOPS}`);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${SEARCH_STEP}`, ['0', '16000']);
  await client.query('ROLLBACK');
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  // So a plan says that two sets of rows are gone through in full, one for each row of the other.
  expect(plan).not.toContain('Join Filter');
  expect(plan).toContain('Hash Join');
});
