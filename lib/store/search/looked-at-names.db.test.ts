import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Query, Term } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { lookedAtNames } from './looked-at-names.ts';
import { namesOf } from './names.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;
const DAY = 86_400_000_000n;
const EVENTS = 12;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const items = Array.from({ length: EVENTS }, (_, nth) => ({
    event: newEvent({
      entityId: String(nth),
      type: nth % 2 === 0 ? 'Even' : 'Odd',
      actor: nth < 8 ? 'early' : nth === 11 ? null : 'late',
      source: nth < 10 ? 'shop' : 'desk',
      recordedAt: DAY * BigInt(nth),
      occurredAt: DAY * BigInt(nth),
    }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== BigInt(EVENTS));
});
afterAll(() => pool.end());

const typed = (name: string): Term => ({ kind: 'name', field: 'type', pattern: { pieces: [name] } });
const BOUNDS = { few: 5, newest: 4 };

async function looked(query: Query, events: number, axis: 'recorded' | 'occurred' = 'recorded') {
  const { rows } = await pool.query(`SELECT id FROM term WHERE kind = 'namespace'`);
  const names = await namesOf(pool, 'main', query);
  const asked = { namespace: 'main', namespaceId: rows[0].id, query, axis, names, events };
  const found = await lookedAtNames(pool, asked, BOUNDS);
  const counted = (field: string) =>
    found?.names
      .filter((name) => name.field === field)
      .map(({ events: of }) => of)
      .toSorted();
  return found === null
    ? null
    : { newest: found.newest, actors: counted('actor'), sources: counted('source') };
}

it('looks at every event where they are few', async () => {
  const query: Query = { kind: 'and', of: [typed('Even'), timesTo(9)] };
  expect(await looked(query, 5)).toEqual({ newest: null, actors: [1, 4], sources: [5] });
});

it('looks at the newest of many, in the order of an index', async () => {
  expect(await looked({ kind: 'all' }, EVENTS)).toEqual({ newest: 4, actors: [1, 3], sources: [2, 2] });
  expect(await looked(typed('Even'), 6)).toEqual({ newest: 4, actors: [2, 2], sources: [1, 3] });
  expect(await looked({ kind: 'all' }, EVENTS, 'occurred')).toEqual({
    newest: 4,
    actors: [1, 3],
    sources: [2, 2],
  });
});

it('leaves alone what no index has in that order', async () => {
  expect(await looked(typed('Even'), 6, 'occurred')).toBeNull();
  expect(await looked({ kind: 'not', of: typed('Even') }, 6)).toBeNull();
  expect(await looked({ kind: 'or', of: [typed('Even'), typed('Odd')] }, EVENTS)).toBeNull();
});

function timesTo(day: number): Term {
  return { kind: 'time', axis: 'recorded', from: null, to: DAY * BigInt(day) };
}
