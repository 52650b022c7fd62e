import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { EntityKey } from './behind-entity.ts';
import { entities } from './entity-reads.ts';
import { foundEntities } from './search/found-entities.ts';
import { planOf } from './search/plan-of.fixture.ts';

const NAMESPACE = 'main';
const LAST = 5_000;
const PAGE = 10;
const { store, database } = storeForTests();
let pool: pg.Pool;

const nameOf = (nth: number): string => `o-${String(nth).padStart(5, '0')}`;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const items = Array.from({ length: LAST }, (_, nth) => ({
    event: newEvent({ entityType: 'order', entityId: nameOf(nth + 1) }),
  }));
  await store().append({ namespace: NAMESPACE, atomic: true, items });
  for (const entityType of ['cart', 'parcel', 'person'])
    await store().append({
      namespace: NAMESPACE,
      atomic: true,
      items: [1, 2].map((nth) => ({ event: newEvent({ entityType, entityId: nameOf(nth) }) })),
    });
  await pool.query('ANALYZE');
});
afterAll(() => pool.end());

const ORDERS = { namespace: NAMESPACE, axis: 'recorded', withRemoved: false, limit: PAGE } as const;

const WAYS: readonly (readonly [string, (after: EntityKey | null) => Promise<readonly EntityKey[]>])[] = [
  ['a list', (after) => entities(pool, { ...ORDERS, type: 'order', ...(after === null ? {} : { after }) })],
  [
    'a search',
    async (after) => {
      const query = { kind: 'entity', type: { pieces: ['order'] }, id: null } as const;
      const found = await foundEntities(pool, {
        ...ORDERS,
        query,
        moment: { at: 'head' },
        columns: [],
        after,
      });
      return found.ok ? found.value.entities : [];
    },
  ],
];

it.each(WAYS)('a deep page of %s reads no more than the first one', async (_, page) => {
  const read = async (after: EntityKey | null): Promise<number> => {
    const plan = await planOf(pool, 'SELECT s.', ['enable_seqscan'], () => page(after), 'EXPLAIN ANALYZE');
    return Number(/Buffers: shared hit=(\d+)/.exec(plan)?.[1]);
  };
  const first = await read(null);
  expect(first).toBeGreaterThan(PAGE);
  expect(await read({ entityType: 'order', entityId: nameOf(LAST - 2 * PAGE) })).toBeLessThan(first + PAGE);
});
