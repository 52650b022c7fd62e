import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { typesWithout } from './types-without.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url });
  await append('Paid', '{"paid":1,"lines":[{"sku":"a"}]}');
  await append('Moved', '{"status":"open"}');
  await append('Signed', 'of no shape', 'text');
  await append('Wide', `{${Array.from({ length: 90 }, (_none, nth) => wideMember(nth)).join()}}`);
  while ((await store().readModels.stepSearch()) !== 4n);
  while ((await store().readModels.stepCatalogue()) !== 4n);
});
afterAll(() => pool.end());

async function append(type: string, payload: string, payloadFormat: 'json' | 'text' = 'json'): Promise<void> {
  const event = newEvent({ type, payload, payloadFormat });
  const receipt = await store().append({ namespace: 'main', atomic: true, items: [{ event }] });
  if (!receipt.ok) throw new Error(receipt.error.message);
}

/** Of all together there are more places than a shape keeps. */
const wideMember = (nth: number): string =>
  `"m${nth}":{${Array.from({ length: 20 }, (_none, at) => `"n${at}":1`).join()}}`;

async function without(...steps: (string | null)[]) {
  const found = await typesWithout(pool, 'main', { steps });
  if (found === null) return null;
  const { rows } = await pool.query<{ text: string }>(
    'SELECT text FROM term WHERE id = ANY($1::integer[]) ORDER BY text',
    [found.ids],
  );
  return { types: rows.map(({ text }) => text), upTo: BigInt(found.upTo) };
}

it('names the types whose payloads have nothing at a place, and how far that is known', async () => {
  expect(await without('status')).toEqual({ types: ['Paid'], upTo: 4n });
  expect(await without('lines', '0', 'sku')).toEqual({ types: ['Moved'], upTo: 4n });
  expect(await without(null, null, 'sku')).toEqual({ types: ['Moved'], upTo: 4n });
});

it('says nothing where each may have it', async () => {
  expect(await without()).toBeNull();
  expect(await without(null)).toBeNull();
  expect(await typesWithout(pool, 'other', { steps: ['status'] })).toBeNull();
});

it('leaves out shapes that are not whole', async () => {
  const { rows } = await pool.query<{ type: string }>(
    "SELECT type FROM catalogue_shape WHERE opaque > 0 OR shape NOT LIKE '[0,%' ORDER BY type",
  );
  expect(rows.map(({ type }) => type)).toEqual(['Signed', 'Wide']);
});
