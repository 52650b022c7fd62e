import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asksForEventsAlone, matchesQuery, type QueriedEvent, type Query, queryText } from '#core';
import type { FoundEvent, FoundPlace } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { anEvent, clause, FOLDS, queried } from './searched-events.fixture.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };

const SEARCHABLE = 40;
/** All of them, and as they were when the rest had not come. */
let events: readonly QueriedEvent[] = [];
let searchable: readonly QueriedEvent[] = [];
let searchedTo = 0n;

beforeAll(async () => {
  for (const [type, rule] of FOLDS) await store().registerProjection('main', type, rule, 'test');
  const made = fc.sample(anEvent, { numRuns: 90, seed: 11 });
  const append = async (some: typeof made) => {
    const items = some.map((event) => ({ event: newEvent({ ...event, flags: 0 }) }));
    const receipt = await store().append({ namespace: 'main', atomic: true, items });
    if (!receipt.ok) throw new Error(receipt.error.message);
  };
  await append(made.slice(0, SEARCHABLE));
  await catchUp(viewer, app());
  searchedTo = (await store().status()).head;
  await store().append({
    namespace: 'other',
    atomic: true,
    items: [{ event: newEvent({ entityType: 'order', payload: '{"a":1}' }) }],
  });
  await append(made.slice(SEARCHABLE));
  const log = await store().eventsFrom(0n, 1_000, 'main');
  events = queried(log);
  searchable = queried(log.slice(0, SEARCHABLE));
});

/** All pages, one behind the other. */
async function paged(query: Query, direction: 'asc' | 'desc', limit: number, first: FoundPlace | null) {
  const seen: FoundEvent[] = [];
  for (let after = first; ; ) {
    const page = await store().foundPage({
      namespace: 'main',
      query,
      sort: 'position',
      direction,
      after,
      limit,
    });
    if (!page.ok) throw new Error(page.error.message);
    seen.push(...page.value.events);
    const last = page.value.events.at(-1);
    if (!page.value.isMore || last === undefined) return { seen, searchedTo: page.value.searchedTo };
    expect(page.value.events).toHaveLength(limit);
    after = { at: last.position, position: last.position };
  }
}

describe('pages in the order of the log', () => {
  it('have what is not searchable yet, where an event by itself knows whether it is asked for', async () => {
    let beyond = 0;
    await fc.assert(
      fc.asyncProperty(
        clause,
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 6, max: 40 }),
        fc.option(fc.bigInt({ min: 0n, max: 100n })),
        async (query, direction, limit, place) => {
          const [inSight, end] = asksForEventsAlone(query)
            ? [events, (await store().status()).head]
            : [searchable, searchedTo];
          const isBehind = ({ position }: QueriedEvent) =>
            place === null || (direction === 'asc' ? position > place : position < place);
          const expected = inSight.filter((event) => isBehind(event) && matchesQuery(query, event));
          const after = place === null ? null : { at: place, position: place };
          const found = await paged(query, direction, limit, after);
          expect(
            found.seen.map(({ position, late, outOfOrder }) => ({ position, late, outOfOrder })),
            queryText(query),
          ).toEqual(
            (direction === 'asc' ? expected : expected.toReversed()).map((event) => ({
              position: event.position,
              late: event.isLate,
              outOfOrder: event.isOutOfOrder,
            })),
          );
          expect(found.searchedTo).toBe(end);
          if (expected.some(({ position }) => position > searchedTo)) beyond += 1;
        },
      ),
      { numRuns: 350 },
    );
    expect(beyond).toBeGreaterThan(30);
  });

  it('tell of such an event what they tell of it later, but for what it changed', async () => {
    const query = { kind: 'all' } as const;
    const before = await paged(query, 'asc', 500, null);
    const page = {
      namespace: 'main',
      query,
      sort: 'position',
      direction: 'desc',
      after: null,
      limit: 9,
    } as const;
    const withContent = await store().foundPage({ ...page, withContent: true });
    await catchUp(viewer, app());
    const { seen } = await paged(query, 'asc', 500, null);
    expect(before.seen.slice(SEARCHABLE).every(({ changed }) => changed === null)).toBe(true);
    const unchanged = ({ changes: _changes, changed: _changed, ...event }: FoundEvent) => event;
    expect(before.seen.map(unchanged)).toEqual(seen.map(unchanged));
    const later = await store().foundPage({ ...page, withContent: true });
    if (!withContent.ok || !later.ok) throw new Error('No page.');
    expect(withContent.value.events.map(unchanged)).toEqual(later.value.events.map(unchanged));
  });
});
