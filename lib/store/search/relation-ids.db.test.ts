import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { planOf } from './plan-of.fixture.ts';
import { relationIds } from './relation-ids.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;

/** Each a row: of which namespace, and which conversation it is part of. The newest comes last. */
const EVENTS = [
  ['main', 'cart-9'],
  ['main', 'cart-1'],
  ['other', 'cart-5'],
  ['main', 'Order-1'],
  ['main', 'cart-2'],
  ['main', null],
  ['main', 'Order-1'],
  ['main', 'cart-100%'],
  ['other', 'cart-2'],
] as const;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  for (const [nth, [namespace, correlationId]] of EVENTS.entries()) {
    const at = BigInt(nth);
    const event = newEvent({ correlationId, causationId: `e${nth}`, recordedAt: at, occurredAt: at });
    const receipt = await store().append({ namespace, atomic: true, items: [{ event }] });
    if (!receipt.ok) throw new Error(receipt.error.message);
  }
  while ((await store().readModels.stepSearch()) !== BigInt(EVENTS.length));
});
afterAll(() => pool.end());

const conversations = (text: string, bounds?: Parameters<typeof relationIds>[5], limit = 10) =>
  relationIds(pool, 'main', 'correlation', text, limit, bounds);

describe('conversations to go on with', () => {
  it('are those of the namespace, the newest first, each once', async () => {
    expect(await conversations('')).toEqual(['cart-100%', 'Order-1', 'cart-2', 'cart-1', 'cart-9']);
    expect(await conversations('', undefined, 2)).toEqual(['cart-100%', 'Order-1']);
    expect(await relationIds(pool, 'other', 'causation', 'e', 10)).toEqual(['e8', 'e2']);
    expect(await relationIds(pool, 'nowhere', 'correlation', '', 10)).toEqual([]);
  });

  it('begin with what is written, or hold it in either case', async () => {
    expect(await conversations('cart-1')).toEqual(['cart-100%', 'cart-1']);
    expect(await conversations('cart-5')).toEqual([]);
    expect(await conversations('order')).toEqual(['Order-1']);
    expect(await conversations('%')).toEqual(['cart-100%']);
    expect(await conversations('_')).toEqual([]);
  });

  it('are found in their index where the newest events do not hold them', async () => {
    const few = { events: 1, ids: 500 };
    expect(await conversations('', few)).toEqual(['cart-100%']);
    expect(await conversations('cart-', few)).toEqual(['cart-100%', 'cart-2', 'cart-1', 'cart-9']);
    expect(await conversations('order', few)).toEqual([]);
  });

  it('are looked for among no more than so many', async () => {
    expect(await conversations('cart-', { events: 1, ids: 2 })).toEqual(['cart-100%', 'cart-1']);
    const settings = ['enable_seqscan', 'enable_sort'];
    const plan = (begin: string) => planOf(pool, begin, settings, () => conversations('cart-'));
    expect(await plan('WITH RECURSIVE')).not.toContain('Seq Scan');
    expect(await plan('SELECT id FROM (')).toContain('searchable_event_recorded_idx');
  });
});
