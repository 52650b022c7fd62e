import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Clause, parseQuery, type Query } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { OWN_SOURCE } from '../limits.ts';
import { unsearchedEvents } from './unsearched-events.ts';

const { store, database } = storeForTests();
const EVENTS = 200;
let pool: pg.Pool;

const event = fc.record({
  entityId: fc.constantFrom('o-1', 'o-2', 'o-3'),
  type: fc.constantFrom('Made', 'Moved', 'Signed'),
  actor: fc.constantFrom('ann', 'bea', null),
  occurredAt: fc.bigInt({ min: 0n, max: 400n }),
});

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url });
  const made = fc.sample(event, { numRuns: EVENTS, seed: 3 });
  const items = made.map((parts) => ({ event: newEvent({ ...parts, recordedAt: 500n, flags: 0 }) }));
  const own = newEvent({ entityId: 'o-1', type: '$Noted', source: OWN_SOURCE });
  const receipt = await store().append({
    namespace: 'main',
    atomic: true,
    items: [...items, { event: own }],
  });
  if (!receipt.ok) throw new Error(receipt.error.message);
});
afterAll(() => pool.end());

const queryOf = (text: string): Query => {
  const read = parseQuery(text, { now: 0n, zone: 'UTC' });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.query;
};

it('are the same however much is looked through and read at a time', async () => {
  const query: fc.Arbitrary<Clause | Query> = fc
    .constantFrom(
      '',
      'type:Made',
      'actor:ann',
      '-actor:*',
      'type:Moved -actor:bea',
      'entity:*/o-2 version:..20',
      'type:None',
    )
    .map(queryOf);
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.constantFrom('asc' as const, 'desc' as const),
      fc.bigInt({ min: 0n, max: 120n }),
      fc.bigInt({ min: 60n, max: BigInt(EVENTS) }),
      fc.integer({ min: 1, max: 80 }),
      fc.record({ window: fc.bigInt({ min: 1n, max: 50n }), run: fc.bigInt({ min: 1n, max: 40n }) }),
      async (of, direction, above, upTo, limit, spans) => {
        const asked = { namespace: 'main', query: of, above, upTo, direction, limit };
        const atOnce = await unsearchedEvents(pool, asked);
        expect(await unsearchedEvents(pool, asked, spans)).toEqual(atOnce);
        for (const { position } of atOnce) expect(position > above && position <= upTo).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
  const range = { namespace: 'main', above: 0n, upTo: BigInt(EVENTS) + 1n, direction: 'asc' } as const;
  const events = await unsearchedEvents(pool, { ...range, query: queryOf(''), limit: 1_000 });
  expect(events).toHaveLength(EVENTS);
  expect(events.filter(({ late }) => late).length).toBeGreaterThan(20);
  // The product's own are found where they are asked for.
  const own = await unsearchedEvents(pool, { ...range, query: queryOf('type:$*'), limit: 9 });
  expect(own).toMatchObject([{ type: '$Noted' }]);
});
