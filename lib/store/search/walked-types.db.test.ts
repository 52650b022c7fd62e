import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Clause } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { openPool } from '../pool.ts';
import { searchedPage } from './found-pages.ts';

const { store, database } = storeForTests();
let pool: Pool;

beforeAll(async () => {
  pool = openPool(database().url);
  for (const namespace of ['main', 'other']) {
    const items = [1, 2, 3].map((a) => ({
      event: newEvent({ type: 'Made', payload: JSON.stringify({ a }) }),
    }));
    await store().append({ namespace, atomic: true, items });
  }
  while ((await store().readModels.stepSearch()) !== 6n);
});
afterAll(() => pool.end());

const TYPE: Clause = { kind: 'name', field: 'type', pattern: { pieces: ['Made'] } };
const INSIDE: Clause = {
  kind: 'payload',
  path: { steps: ['a'] },
  op: '>',
  value: { kind: 'number', text: '1' },
};
const LATE: Clause = { kind: 'not', of: { kind: 'is', what: 'late' } };

/** Only the index of types has all of it: with any other clock or question, the namespace leads to the index that has the order. */
it.each([
  ['recorded', [TYPE, INSIDE], false],
  ['occurred', [TYPE, INSIDE], true],
  ['position', [TYPE, INSIDE], true],
  ['recorded', [TYPE, LATE, INSIDE], true],
] as const)(
  'walks a named type by the %s clock, naming the namespace where it must',
  async (sort, of, names) => {
    const asking = vi.spyOn(pool, 'query');
    const page = await searchedPage(
      { from: pool, beside: () => null },
      {
        namespace: 'main',
        query: { kind: 'and', of: [...of] },
        sort,
        direction: 'desc',
        after: null,
        limit: 10,
      },
    );
    const walks = asking.mock.calls
      .map(([text]) => String(text))
      .filter((text) => text.includes('LIMIT 8000'));
    asking.mockRestore();
    expect(walks).toHaveLength(1);
    expect(walks[0]?.includes('k.namespace_id =')).toBe(names);
    expect(page.ok && page.value.events.map(({ position }) => position)).toEqual([3n, 2n]);
  },
);
