import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Clause, Term } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { foundSummary } from './found-summary.ts';
import { planOf } from './plan-of.fixture.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const items = ['ann', 'ann', 'bea', null].map((actor) => ({ event: newEvent({ actor }) }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== 4n);
});
afterAll(() => pool.end());

const named = (field: 'actor' | 'entityType', name: string): Term => ({
  kind: 'name',
  field,
  pattern: { pieces: [name] },
});

it.each<[string, Clause]>([
  ['an actor', named('actor', 'ann')],
  ['an actor and an entity type', { kind: 'and', of: [named('entityType', 'order'), named('actor', 'ann')] }],
])('counts what is found by %s in an index alone', async (_what, query) => {
  const plan = await planOf(pool, 'WITH found', ['enable_seqscan', 'enable_bitmapscan', 'enable_sort'], () =>
    foundSummary(pool, { namespace: 'main', query, axis: 'recorded', zone: 'UTC' }),
  );
  expect(plan).toContain('Index Only Scan Backward using searchable_event_actor_idx');
});
