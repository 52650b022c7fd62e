import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Axis, Clause, Term } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { foundSummary } from './found-summary.ts';

const { store, database } = storeForTests();
const DAY = 86_400_000_000n;
const EVENTS = 400;
let pool: pg.Pool;

/** Some events of every day come late, by either clock, and some share an instant. */
const event = fc.record({
  late: fc.constantFrom(0n, 0n, 0n, 5n),
  lag: fc.constantFrom(0n, 0n, 2n),
  type: fc.constantFrom('Made', 'Moved', 'Moved', 'Signed'),
  actor: fc.constantFrom('ann', 'bea', null),
  payload: fc.constantFrom('{"a":1}', '{"a":2}', '{"a":2}', '{"b":"out of stock"}', '{"b":"stock"}', '[]'),
});

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url });
  const made = fc.sample(event, { numRuns: EVENTS, seed: 11 });
  const items = made.map(({ late, lag, ...parts }, nth) => {
    // Met a few times among the newest and more often among the oldest: from the newest nobody can tell.
    const payload = nth > EVENTS - 4 || (nth < 40 && nth % 4 === 0) ? '{"c":1}' : parts.payload;
    const recordedAt = (BigInt(nth >> 3) - late) * DAY;
    return {
      event: newEvent({
        ...parts,
        payload,
        entityId: `${nth % 7}`,
        recordedAt,
        occurredAt: recordedAt - lag * DAY,
      }),
    };
  });
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== BigInt(EVENTS));
  while ((await store().readModels.stepCatalogue()) !== BigInt(EVENTS));
}, 60_000);
afterAll(() => pool.end());

const inside: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom('1', '2', '3').map(
    (text): Term => ({
      kind: 'payload',
      path: { steps: ['a'] },
      op: '=',
      value: { kind: 'number', text },
    }),
  ),
  fc
    .constantFrom('a', 'b', 'c')
    .map((step): Term => ({ kind: 'payload', path: { steps: [step] }, op: 'exists', value: null })),
  fc.constantFrom('stock', 'out of stock').map((text): Term => ({ kind: 'text', text, isPrefix: false })),
);
const outside: fc.Arbitrary<Term> = fc.oneof(
  fc
    .constantFrom('Made', 'Moved')
    .map((name): Term => ({ kind: 'name', field: 'type', pattern: { pieces: [name] } })),
  fc
    .constantFrom('ann', 'bea')
    .map((name): Term => ({ kind: 'name', field: 'actor', pattern: { pieces: [name] } })),
  fc.record({ axis: fc.constantFrom<Axis>('recorded', 'occurred'), from: fc.nat(50), days: fc.nat(30) }).map(
    ({ axis, from, days }): Term => ({
      kind: 'time',
      axis,
      from: BigInt(from) * DAY,
      to: days < 10 ? null : BigInt(from + days) * DAY,
    }),
  ),
);
const query: fc.Arbitrary<Clause> = fc.oneof(
  inside,
  inside.map((of): Clause => ({ kind: 'not', of })),
  fc.tuple(inside, outside).map((of): Clause => ({ kind: 'and', of })),
  fc.tuple(inside, inside).map((of): Clause => ({ kind: 'or', of })),
);

describe('the newest rows of a summary', () => {
  it.each([
    ['walked one after the other', { sample: 20, mostWalked: EVENTS }, / LIMIT \d+\) k WHERE /],
    ['found in a window of times', { sample: 20, mostWalked: 0 }, /[pw]\.position >= /],
  ])('are those that are found among all, %s', async (_way, way, hint) => {
    const asking = vi.spyOn(pool, 'query');
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom<Axis>('recorded', 'occurred'), async (asked, axis) => {
        const search = { namespace: 'main', query: asked, axis, zone: 'UTC' };
        const most = { mostEvents: 6, mostRead: 3 };
        const summary = await foundSummary(pool, search, { ...most, ...way });
        expect(summary).toEqual(
          await foundSummary(pool, search, { ...most, sample: EVENTS + 1, mostWalked: 0 }),
        );
      }),
      { numRuns: 60 },
    );
    const statements = asking.mock.calls.map(([text]) => String(text));
    expect(
      statements.filter((text) => text.startsWith('WITH found') && hint.test(text)).length,
    ).toBeGreaterThan(10);
    asking.mockRestore();
  });
});
