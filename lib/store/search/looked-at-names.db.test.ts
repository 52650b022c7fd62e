import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Axis, type Clause, matchesQuery, type QueriedEvent, type Query, type Term } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { OWN_SOURCE } from '../limits.ts';
import { type LookBounds, lookedAtNames } from './looked-at-names.ts';
import { namesOf } from './names.ts';
import { planOf } from './plan-of.fixture.ts';

const { store, database } = storeForTests();
let pool: pg.Pool;
const DAY = 86_400_000_000n;
const EVENTS = 240;

/** Some come late, by either clock, and some share an instant. */
const made = fc.sample(
  fc.record({
    late: fc.constantFrom(0n, 0n, 0n, 5n),
    lag: fc.constantFrom(0n, 0n, 2n),
    type: fc.constantFrom('OrderMade', 'OrderMade', 'OrderSent', 'Moved', 'Moved', '$NoteAdded'),
    entityType: fc.constantFrom('order', 'cart'),
    actor: fc.constantFrom('ann', 'bea', 'cem', null),
    source: fc.constantFrom('shop', 'desk'),
  }),
  { numRuns: EVENTS, seed: 3 },
);
/** Only the oldest are of this type. */
const OLD = 40;
const written = made.map(({ late, lag, ...parts }, nth) => {
  const recordedAt = (BigInt(nth >> 2) - late) * DAY;
  return newEvent({
    ...parts,
    ...(nth < OLD ? { type: 'Opened' } : parts.type === '$NoteAdded' ? { source: OWN_SOURCE } : {}),
    entityId: `${nth % 9}`,
    recordedAt,
    occurredAt: recordedAt - lag * DAY,
  });
});
const events = written.map(
  (event, nth): QueriedEvent => ({
    ...{ ...event, position: BigInt(nth + 1), version: 0, isLate: false, isOutOfOrder: false, mark: null },
    ...{ recordedAt: event.recordedAt ?? 0n, occurredAt: event.occurredAt ?? 0n },
    ...{ payload: undefined, texts: [], changes: [], was: new Map(), state: new Map() },
  }),
);

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database().url, max: 1 });
  const receipt = await store().append({
    namespace: 'main',
    atomic: true,
    items: written.map((event) => ({ event })),
  });
  if (!receipt.ok) throw new Error(receipt.error.message);
  while ((await store().readModels.stepSearch()) !== BigInt(EVENTS));
}, 60_000);
afterAll(() => pool.end());

const named = (field: 'type' | 'entityType', ...pieces: [string, ...string[]]): Term => {
  return { kind: 'name', field, pattern: { pieces } };
};
const either = (...of: [Clause, Clause]): Clause => ({ kind: 'or', of });
const both = (...of: [Clause, Clause]): Clause => ({ kind: 'and', of });
const not = (of: Clause): Clause => ({ kind: 'not', of });
const MADE = named('type', 'OrderMade');
const SENT = named('type', 'OrderSent');
const MOVED = named('type', 'Moved');
const OPENED = named('type', 'Opened');
const OF_ORDERS = named('type', 'Order', '');
const ORDER: Term = { kind: 'entity', type: { pieces: ['order'] }, id: null };

const WHOLE: LookBounds = { few: 5, newest: 20, walked: EVENTS, walkedOfNames: EVENTS, least: 1 };

/** The namespace is the first of all terms. */
async function looked(query: Query, axis: Axis, bounds: LookBounds) {
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM term WHERE kind = 'namespace'`);
  const names = await namesOf(pool, 'main', query);
  const namespaceId = rows[0]?.id ?? 0;
  const found = foundBy(query, axis).length;
  return lookedAtNames(pool, { namespace: 'main', namespaceId, query, axis, names, events: found }, bounds);
}

/** The newest first. */
function foundBy(query: Query, axis: Axis): readonly QueriedEvent[] {
  const at = (event: QueriedEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);
  return events
    .filter((event) => !event.type.startsWith('$') && matchesQuery(query, event))
    .sort((a, b) => Number(at(b) - at(a)) || Number(b.position - a.position));
}

/** Of actors and of sources, how many events each has, without their names. */
function tallied(of: readonly QueriedEvent[]) {
  const counts = (names: readonly (string | null)[]) =>
    [...new Set(names)].map((name) => names.filter((other) => other === name).length).sort((a, b) => a - b);
  return { actor: counts(of.map(({ actor }) => actor)), source: counts(of.map(({ source }) => source)) };
}

async function lookedTally(query: Query, axis: Axis, bounds: LookBounds) {
  const found = await looked(query, axis, bounds);
  if (found === null) return null;
  const counts = (field: string) =>
    found.names
      .filter((name) => name.field === field)
      .map(({ events: of }) => of)
      .sort((a, b) => a - b);
  return { newest: found.newest, tally: { actor: counts('actor'), source: counts('source') } };
}

const term = fc.constantFrom<Clause>(
  ...[MADE, SENT, MOVED, OPENED, OF_ORDERS, ORDER, named('entityType', 'cart'), named('type', 'None')],
);
const of: fc.Arbitrary<Clause> = fc.oneof(
  term,
  term.map(not),
  fc.tuple(term, term).map((members) => either(...members)),
  fc.tuple(term, term).map((members) => both(...members)),
  fc.tuple(term, term, term).map(([a, b, c]) => both(either(a, b), not(c))),
);
const axes = fc.constantFrom<Axis>('recorded', 'occurred');
const asked: fc.Arbitrary<{ query: Query; axis: Axis }> = fc
  .tuple(fc.oneof(of, fc.constant(null)), axes, fc.option(fc.record({ from: fc.nat(40), days: fc.nat(40) })))
  .map(([query, axis, range]) => {
    if (range === null) return { axis, query: query ?? { kind: 'all' } };
    const [from, to] = [BigInt(range.from) * DAY, BigInt(range.from + range.days) * DAY];
    const times: Term = { kind: 'time', axis, from, to: range.days < 10 ? null : to };
    return { axis, query: query === null ? times : both(times, query) };
  });

describe('names that are looked at', () => {
  it('are those of all events where they are few, else of the newest', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ query, axis }) => {
        const found = foundBy(query, axis);
        const areFew = found.length <= WHOLE.few;
        expect(await lookedTally(query, axis, WHOLE)).toEqual({
          newest: areFew ? null : Math.min(found.length, WHOLE.newest),
          tally: tallied(areFew ? found : found.slice(0, WHOLE.newest)),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('say of how many of the newest they are, wherever a walk ends', async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(asked, fc.nat(60), fc.nat(30), async ({ query, axis }, walked, walkedOfNames) => {
        const bounds = { ...WHOLE, walked, walkedOfNames, least: 3 };
        const found = foundBy(query, axis);
        const answer = await lookedTally(query, axis, bounds);
        if (answer === null) {
          expect(found.length).toBeGreaterThan(bounds.few);
          return;
        }
        if (answer.newest !== null) {
          expect(answer.newest).toBeGreaterThanOrEqual(bounds.least);
          if (answer.newest < bounds.newest) ended += 1;
        }
        expect(answer.tally).toEqual(tallied(found.slice(0, answer.newest ?? found.length)));
      }),
      { numRuns: 300 },
    );
    expect(ended).toBeGreaterThan(20);
  });

  it('are not counted where the newest rows are of other events', async () => {
    const bounds = { ...WHOLE, walked: 60, walkedOfNames: 60 };
    expect(await looked(OPENED, 'occurred', bounds)).toBeNull();
    expect(await looked(not(either(OF_ORDERS, MOVED)), 'recorded', bounds)).toBeNull();
    // Merged, the rows of a name need not be among the newest of all.
    expect(await looked(OPENED, 'recorded', bounds)).toMatchObject({ newest: 20 });
    expect(await looked(both(OPENED, ORDER), 'recorded', bounds)).toMatchObject({ newest: 20 });
    const ofOrders = foundBy(OPENED, 'recorded')
      .slice(0, 10)
      .filter(({ entityType }) => entityType === 'order');
    expect(await looked(both(OPENED, ORDER), 'recorded', { ...bounds, walkedOfNames: 10 })).toMatchObject({
      newest: ofOrders.length,
    });
  });

  it.each<[string, Query, Axis, string]>([
    ['everything', { kind: 'all' }, 'recorded', 'recorded'],
    ['one type', MADE, 'recorded', 'type'],
    ['either of two types', either(MADE, MOVED), 'recorded', 'type'],
    ['types that begin so', OF_ORDERS, 'recorded', 'type'],
    ['a type of an entity type', both(ORDER, MADE), 'recorded', 'type'],
    ['either of two types of an entity type', both(either(MADE, MOVED), ORDER), 'recorded', 'type'],
    ['all but a type', not(MADE), 'recorded', 'recorded'],
    ['one type as it happened', MADE, 'occurred', 'occurred'],
  ])('of %s are read in the order of an index', async (_what, query, axis, index) => {
    const plan = await planOf(
      pool,
      'SELECT grouping',
      ['enable_seqscan', 'enable_bitmapscan', 'enable_sort'],
      () => looked(query, axis, WHOLE),
    );
    expect(plan).toContain(`Index Scan Backward using searchable_event_${index}_idx`);
    expect(plan).not.toMatch(/-> {2}(Incremental )?Sort/);
  });
});
