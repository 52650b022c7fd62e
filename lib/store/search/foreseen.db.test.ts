import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseQuery } from '#core';
import { withClient } from '#database';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { openPool } from '../pool.ts';
import { foundSummary } from './found-summary.ts';
import { foundPage } from './pages-to-head.ts';
import type { SearchReading } from './search-reading.ts';

const { store, database } = storeForTests();
const EVENTS = 12_000;
let pool: pg.Pool;
let from: pg.PoolClient;

beforeAll(async () => {
  // As dear as a log of millions is.
  pool = openPool(
    `${database().url}?${new URLSearchParams({ options: '-c random_page_cost=20000 -c seq_page_cost=20000' })}`.replaceAll(
      '+',
      '%20',
    ),
  );
  from = await pool.connect();
  for (let first = 0; first < EVENTS; first += 4_000) {
    const items = Array.from({ length: 4_000 }, (_, nth) => ({
      event: newEvent({
        entityId: String(nth % 50),
        payload: JSON.stringify({ amount: (first + nth) % 100 }),
      }),
    }));
    const receipt = await store().append({ namespace: 'main', atomic: true, items });
    if (!receipt.ok) throw new Error(receipt.error.message);
  }
  while ((await store().readModels.stepSearch()) !== BigInt(EVENTS));
  await withClient(database().ownerUrl, (client) => client.query('ANALYZE'));
});
afterAll(async () => {
  from.release();
  await pool.end();
});

function queryOf(text: string) {
  const read = parseQuery(text, { now: 0n, zone: 'UTC' });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.query;
}

async function page(text: string, isPatient = false) {
  const reading: SearchReading = { from, beside: () => null };
  const order = { sort: 'recorded', direction: 'desc', after: null, limit: 50 } as const;
  const asked = { namespace: 'main', query: queryOf(text), ...order, isPatient };
  const found = await foundPage(reading, asked);
  return found.ok ? found.value.events.length : found.error.code;
}

async function summary(text: string, isPatient = false) {
  const asked = {
    namespace: 'main',
    query: queryOf(text),
    axis: 'recorded',
    zone: 'UTC',
    isPatient,
  } as const;
  const found = await foundSummary(from, asked);
  return found.ok ? found.value.events : found.error.code;
}

it('does not begin what would look through much of the log for little, unless somebody waits for it', async () => {
  expect(await page('payload.amount>1000')).toBe('CS-324');
  expect(await page('payload.amount>1000', true)).toBe(0);
  expect(await summary('payload.amount>1000')).toBe('CS-324');
  expect(await summary('payload.amount>1000', true)).toBe(0);
});

it('answers at once what fills a page soon, whatever all of it would take', async () => {
  expect(await page('payload.amount>1')).toBe(50);
  expect(await page('')).toBe(50);
  expect(await summary('')).toBe(EVENTS);
  expect(await page('type:Changed')).toBe(50);
});
