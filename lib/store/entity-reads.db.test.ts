import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NewEvent } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { EntityQuery, EntityRow, LogEvent } from './store.ts';

const { store } = storeForTests();
const NAMESPACE = 'main';
const IDS = ['a', 'b', 'c', 'A', '', 'é', '\u{10ffff}'];

/** Clocks that go back, entities that go and come again, two types. */
const anyEvents = fc.array(
  fc.record<Partial<NewEvent>>({
    entityType: fc.constantFrom('order', 'user'),
    entityId: fc.constantFrom(...IDS),
    occurredAt: fc.bigInt({ min: -5n, max: 20n }),
    recordedAt: fc.bigInt({ min: 0n, max: 20n }),
    removed: fc.nat(3).map((n) => n === 0),
    actor: fc.option(fc.constantFrom('ann', 'bob')),
    type: fc.constantFrom('Made', 'Changed'),
  }),
  { minLength: 120, maxLength: 120 },
);

let log: readonly LogEvent[] = [];

beforeAll(async () => {
  const [events = []] = fc.sample(anyEvents, { numRuns: 1, seed: 7 });
  for (const parts of events) {
    await store().append({ namespace: NAMESPACE, atomic: true, items: [{ event: newEvent(parts) }] });
  }
  await store().append({
    namespace: 'elsewhere',
    atomic: true,
    items: [{ event: newEvent({ entityId: 'a' }) }],
  });
  log = (await store().eventsFrom(0n, 1_000)).filter((event) => event.namespace === NAMESPACE);
});

/** The same answer from the whole log, in memory. */
function oracle(query: EntityQuery): EntityRow[] {
  const known = log.filter(
    (event) => query.asOfPosition === undefined || event.position <= query.asOfPosition,
  );
  const rows = new Map<string, EntityRow>();
  for (const event of inOrder(known, query)) {
    const { entityType, entityId, version, removed, recordedHigh, occurredAt, type, actor } = event;
    rows.set(`${entityType}\0${entityId}`, {
      entityType,
      entityId,
      version,
      removed,
      lastRecorded: recordedHigh,
      lastOccurred: occurredAt,
      lastType: type,
      lastActor: actor,
    });
  }
  return [...rows.values()]
    .filter((row) => query.type === undefined || row.entityType === query.type)
    .filter(
      (row) =>
        query.idContains === undefined || row.entityId.toLowerCase().includes(query.idContains.toLowerCase()),
    )
    .filter((row) => query.idStarts === undefined || row.entityId.startsWith(query.idStarts))
    .filter(
      (row) =>
        query.nameContains === undefined ||
        query.nameContains
          .toLowerCase()
          .split(' ')
          .every((word) => `${row.entityType}/${row.entityId}`.toLowerCase().includes(word)),
    )
    .filter((row) => query.withRemoved || !row.removed)
    .sort((a, b) => byBytes(a.entityType, b.entityType) || byBytes(a.entityId, b.entityId));
}

function inOrder(events: readonly LogEvent[], query: EntityQuery): LogEvent[] {
  const clock = (event: LogEvent) => (query.axis === 'recorded' ? event.recordedHigh : event.occurredAt);
  const then = events.filter((event) => query.asOf === undefined || clock(event) <= query.asOf);
  return then.sort((a, b) => (clock(a) < clock(b) ? -1 : clock(a) > clock(b) ? 1 : a.version - b.version));
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const anyQuery: fc.Arbitrary<EntityQuery> = fc
  .record({
    axis: fc.constantFrom('recorded', 'occurred'),
    withRemoved: fc.boolean(),
    asOf: fc.option(fc.bigInt({ min: -6n, max: 21n }), { nil: undefined }),
    asOfPosition: fc.option(fc.bigInt({ min: 0n, max: 121n }), { nil: undefined }),
    type: fc.option(fc.constantFrom('order', 'user', 'none'), { nil: undefined }),
    idContains: fc.option(fc.constantFrom('a', '', 'é'), { nil: undefined }),
    idStarts: fc.option(fc.constantFrom('a', '', 'A', '_', '%'), { nil: undefined }),
    nameContains: fc.option(fc.constantFrom('r/', 'ORDER', '', 'a user', 'no/such'), { nil: undefined }),
  })
  .map(({ asOf, asOfPosition, type, idContains, idStarts, nameContains, ...query }) => ({
    ...query,
    namespace: NAMESPACE,
    limit: 100,
    ...(asOf === undefined ? {} : { asOf }),
    ...(asOfPosition === undefined ? {} : { asOfPosition }),
    ...(type === undefined ? {} : { type }),
    ...(idContains === undefined ? {} : { idContains }),
    ...(idStarts === undefined ? {} : { idStarts }),
    ...(nameContains === undefined ? {} : { nameContains }),
  }));

describe('entities as of a moment', () => {
  it('are those of the whole log read in order, on both axes', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const expected = oracle(query);
        expect(await store().entities(query)).toEqual(expected);
        expect(await store().countEntities(query)).toBe(expected.length);
      }),
      { numRuns: 200 },
    );
  });

  it('come in pages that together are the whole', async () => {
    const query = { namespace: NAMESPACE, axis: 'occurred', withRemoved: true } as const;
    const whole = oracle({ ...query, limit: 100 });
    const paged: EntityRow[] = [];
    for (;;) {
      const last = paged.at(-1);
      const page = await store().entities({
        ...query,
        limit: 3,
        ...(last === undefined ? {} : { after: last }),
      });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(whole.length).toBeGreaterThan(9);
    expect(paged).toEqual(whole);
  });

  it('cannot be asked for with U+0000 and are then none', async () => {
    const query = { namespace: NAMESPACE, axis: 'recorded', withRemoved: true, idContains: 'a\0' } as const;
    expect(await store().entities({ ...query, limit: 10 })).toEqual([]);
    expect(await store().countEntities(query)).toBe(0);
    expect(await store().stream({ namespace: '\0', entityType: '', entityId: '' })).toBeNull();
  });
});

describe('the overview', () => {
  it('counts a namespace by its entity types and shows its newest events', async () => {
    const overview = await store().overview(NAMESPACE);
    const all = oracle({ namespace: NAMESPACE, axis: 'recorded', withRemoved: true, limit: 100 });
    expect(overview).toMatchObject({
      events: 120,
      entities: all.length,
      types: ['order', 'user'].map((entityType) => ({
        entityType,
        entities: all.filter((row) => row.entityType === entityType).length,
        events: log.filter((event) => event.entityType === entityType).length,
        kind: null,
      })),
    });
    expect(overview.live).toBe(log.filter((event) => isLast(event) && !event.removed).length);
    expect(overview.newest).toEqual(log.slice(-20).reverse());
  });

  it('names every namespace, ascending', async () => {
    expect(await store().namespaces()).toEqual(['elsewhere', NAMESPACE]);
  });
});

const isLast = (event: LogEvent) =>
  !log.some(
    (other) =>
      other.entityType === event.entityType &&
      other.entityId === event.entityId &&
      other.version > event.version,
  );
