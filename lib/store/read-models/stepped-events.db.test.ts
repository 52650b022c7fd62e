import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeForTests } from '../../testing/test-store.ts';
import { ANY_WAY, steppedEvents, WALKED } from './stepped-events.ts';

const { database } = storeForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

async function planUnder(settings: string): Promise<string> {
  await client.query(`BEGIN; ${settings}`);
  const select = steppedEvents('e.type, b.payload', { from: '0', to: '16000' });
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${select}`);
  await client.query('ROLLBACK');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it('walks both tables beside each other and sorts nothing, which PostgreSQL would not do by itself', async () => {
  const walked = await planUnder(WALKED);
  expect(walked).toContain('Merge Join');
  expect(walked).not.toContain('Sort');
  expect(await planUnder(`${WALKED}; ${ANY_WAY}`)).not.toContain('Merge Join');
});
