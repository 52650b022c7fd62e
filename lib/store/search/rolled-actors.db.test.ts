import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Axis } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { actorsIn } from './rolled-actors.ts';
import { rolledHead } from './rolled-up.ts';

const { store, database } = storeForTests();
const HOUR = 3_600_000_000n;
const DAY = 24n * HOUR;
const ACTORS = ['ann', 'bob', null] as const;
/** Before 1970 as well: several blocks of days lie on either side. */
const [FIRST, LAST] = [-40n * DAY, 40n * DAY];
let pool: pg.Pool;

interface Written {
  readonly actor: (typeof ACTORS)[number];
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

/** At the edges of days more often than elsewhere. */
const instant = fc.oneof(
  fc.bigInt({ min: FIRST, max: LAST }),
  fc
    .tuple(fc.bigInt({ min: FIRST / DAY, max: LAST / DAY }), fc.constantFrom(-1n, 0n, 1n))
    .map(([day, beside]) => day * DAY + beside),
);

const written: Written[] = [];

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const events = fc.record({
    actor: fc.constantFrom(...ACTORS),
    recordedAt: instant,
    occurredAt: instant,
  });
  written.push(...fc.sample(events, { numRuns: 300, seed: 7 }));
  // In two steps, so that rows are added up that are there already.
  for (const part of [written.slice(0, 100), written.slice(100)]) {
    const items = part.map((event) => ({ event: newEvent(event) }));
    const receipt = await store().append({ namespace: 'main', atomic: true, items });
    if (!receipt.ok) throw new Error(receipt.error.message);
    await store().readModels.stepSearch();
  }
});
afterAll(() => pool.end());

it('are those of the events in the range, wherever it cuts an hour, a day or a block of days', async () => {
  const head = await rolledHead(pool, 'main', 'recorded');
  const range = fc.record({
    axis: fc.constantFrom<Axis>('recorded', 'occurred'),
    from: instant,
    to: instant,
  });
  await fc.assert(
    fc.asyncProperty(range, async ({ axis, from, to }) => {
      const counted = await actorsIn(pool, { namespaceId: head?.id ?? 0, axis, from, to });
      expect(counted.map(({ events }) => events).filter((events) => events === 0)).toEqual([]);
      expect(await named(counted.filter(({ id }) => id !== null))).toEqual(expected(axis, from, to));
    }),
    { numRuns: 200 },
  );
});

async function named(
  counted: readonly { readonly id: number | null; readonly events: number }[],
): Promise<unknown> {
  const { rows } = await pool.query<{ id: number; text: string }>('SELECT id, text FROM term');
  const names = new Map(rows.map(({ id, text }) => [id, text]));
  return Object.fromEntries(counted.map(({ id, events }) => [names.get(id ?? 0), events]));
}

function expected(axis: Axis, from: bigint, to: bigint): unknown {
  const counts: Record<string, number> = {};
  for (const event of written) {
    const at = axis === 'recorded' ? event.recordedAt : event.occurredAt;
    if (event.actor !== null && at >= from && at < to) counts[event.actor] = (counts[event.actor] ?? 0) + 1;
  }
  return counts;
}
