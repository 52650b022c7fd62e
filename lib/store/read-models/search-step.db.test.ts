import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { QUICK_SEARCH_STEP, SEARCH_STEP } from './search-step.ts';
import { WALKED } from './stepped-events.ts';

const { store, database } = storeForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

it.each([
  ['the quick way', QUICK_SEARCH_STEP],
  ['the careful way', SEARCH_STEP],
])(
  'meets no event with every name or stream of the step, though PostgreSQL expects one of each: %s',
  async (_way, step) => {
    await client.query(`BEGIN; ${WALKED}`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${step}`, ['0', '16000']);
    await client.query('ROLLBACK');
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // So a plan says that two sets of rows are gone through in full, one for each row of the other.
    expect(plan).not.toContain('Join Filter');
    expect(plan).toContain('Hash Join');
  },
);

it('takes in a payload that PostgreSQL cannot hold as JSON by its words, and those beside it whole', async () => {
  const payloads = ['{"kept":1}', '{"at":"zero \\u0000 here"}', '{"large":1e999999999}', '{"kept":2}'];
  const items = payloads.map((payload) => ({ event: newEvent({ payload }) }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  expect(receipt.ok).toBe(true);
  expect(await store().readModels.stepSearch()).toBe(4n);
  const { rows } = await client.query(
    `SELECT payload, words @@ 'zero' AS zero, words @@ 'large' AS large FROM searchable_words JOIN listed_event USING (position) ORDER BY position`,
  );
  expect(rows).toEqual([
    { payload: { kept: 1 }, zero: false, large: false },
    { payload: null, zero: true, large: false },
    { payload: null, zero: false, large: true },
    { payload: { kept: 2 }, zero: false, large: false },
  ]);
  const { rows: counted } = await client.query(
    'SELECT sum(events)::integer AS events FROM rollup WHERE axis = 0',
  );
  expect(counted).toEqual([{ events: 4 }]);
});
