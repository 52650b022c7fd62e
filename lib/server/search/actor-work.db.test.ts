import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Axis,
  builtInProjection,
  foldStream,
  type NewEvent,
  NOTES_ENTITY_TYPE,
  noUpcasters,
} from '#core';
import type { LogEvent } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { findEvents } from './find-events.ts';
import { readActor } from './read-actor.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };
const QUARTER = 900_000_000n;
const HOUR = 4n * QUARTER;
const ACTORS = ['ann', '', 'a/b', 'Ann', '..', '%'];

const clock = fc.bigInt({ min: -900n, max: 900n }).map((at) => at * 7n * QUARTER + 11n);
const anEvent = fc.record<Partial<NewEvent>>({
  entityType: fc.constantFrom('order', 'cart'),
  entityId: fc.constantFrom('1', '2', 'x/y'),
  type: fc.constantFrom('Placed', 'Paid', 'Late'),
  actor: fc.oneof(fc.constant(null), fc.constantFrom(...ACTORS)),
  payload: fc.constantFrom('{"a":1}', '{"a":2,"b":{"c":1}}', '{"b":null}', '{}'),
  occurredAt: clock,
  recordedAt: clock,
});

let log: readonly LogEvent[] = [];

beforeAll(async () => {
  for (const type of ['order', 'cart']) await store().registerProjection('main', type, 'merge', 'test');
  const items = fc.sample(anEvent, { numRuns: 400, seed: 11 }).map((event) => ({
    event: newEvent({ ...event, flags: 0 }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  const elsewhere = [{ event: newEvent({ actor: 'ann' }) }, { event: newEvent({ actor: 'bob' }) }];
  await store().append({ namespace: 'elsewhere', atomic: true, items: elsewhere });
  await catchUp(viewer, app());
  log = await store().eventsFrom(0n, 1_000, 'main');
  expect(log).toHaveLength(400);
});

/** Newest first. */
function doneBy(actor: string, axis: Axis): readonly LogEvent[] {
  const at = (event: LogEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);
  return log
    .filter((event) => event.actor === actor)
    .toSorted((a, b) => Number(at(b) - at(a)) || Number(b.position - a.position));
}

function tally<T>(values: readonly T[]): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

const moment = fc.oneof(
  fc.constant({ at: 'head' as const }),
  fc.bigInt({ min: 0n, max: 400n }).map((position) => ({ at: 'position' as const, position })),
  clock.map((instant) => ({ at: 'instant' as const, instant })),
);

const asked = fc.record({
  upTo: moment,
  actor: fc.constantFrom(...ACTORS),
  axis: fc.constantFrom<Axis>('recorded', 'occurred'),
  mostEvents: fc.constantFrom(1, 7, 1_000),
  mostChanged: fc.constantFrom(3, 1_000),
});

describe('all that one actor did', () => {
  it('is what counting the log one by one gives', async () => {
    const changed = changesOf(log);
    await fc.assert(
      fc.asyncProperty(asked, async ({ actor, axis, upTo, mostEvents, mostChanged }) => {
        const bounds = { upTo, mostEvents, mostChanged };
        const work = await store().actorWork({ namespace: 'main', actor, axis, ...bounds });
        const at = (event: LogEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);
        const hadCome = (event: LogEvent) =>
          upTo.at === 'head' ||
          (upTo.at === 'position' ? event.position <= upTo.position : at(event) <= upTo.instant);
        const all = doneBy(actor, axis).filter(hadCome);
        if (all.length === 0) {
          expect(work).toBeNull();
          return;
        }
        const newest = all.slice(0, mostEvents);
        expect(work).toMatchObject({
          events: all.length,
          first: all.map(at).at(-1),
          last: all.map(at)[0],
          counted: newest.length,
          ofChanges: Math.min(all.length, mostChanged),
          searchedTo: 402n,
          changedTo: 402n,
        });
        expect(work?.quarters.map(({ at: quarter, events }) => [String(quarter), events])).toEqual(
          [...tally(newest.map((event) => at(event) - (((at(event) % QUARTER) + QUARTER) % QUARTER)))].sort(
            ([a], [b]) => Number(BigInt(a) - BigInt(b)),
          ),
        );
        const names = (facet: { names: readonly { name: string | null; events: number }[] } | undefined) =>
          facet?.names
            .map(({ name, events }) => [name ?? '', events])
            .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
        expect(names(work?.types)).toEqual(tally(newest.map(({ type }) => type)));
        expect(names(work?.entityTypes)).toEqual(tally(newest.map(({ entityType }) => entityType)));
        expect(
          tally(
            work?.entities.flatMap(({ entityType, entityId, events, lastVersion }) =>
              new Array(events).fill(`${entityType} ${entityId} ${lastVersion}`),
            ) ?? [],
          ),
        ).toEqual(
          tally(
            newest.map(({ entityType, entityId }) => {
              const own = newest.filter((one) => one.entityType === entityType && one.entityId === entityId);
              return `${entityType} ${entityId} ${Math.max(...own.map(({ version }) => version))}`;
            }),
          ),
        );
        expect(work?.allEntities).toBe(work?.entities.length);
        const paths = all.slice(0, mostChanged).flatMap(({ position }) => changed.get(position) ?? []);
        expect(
          tally(work?.fields.flatMap(({ path, changes }) => new Array(changes).fill(path)) ?? []),
        ).toEqual(tally(paths));
        expect(work?.allFields).toBe(new Set(paths).size);
        const counts = work?.entities.map(({ events }) => events) ?? [];
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
      { numRuns: 120 },
    );
  });

  it('leaves out the notes that a reader wrote', async () => {
    const [event] = doneBy('ann', 'recorded');
    const entity = { namespace: 'main', type: event?.entityType ?? '', id: event?.entityId ?? '' };
    const bounds = { axis: 'recorded', upTo: { at: 'head' }, mostEvents: 1_000, mostChanged: 1_000 } as const;
    const before = await store().actorWork({ namespace: 'main', actor: 'ann', ...bounds });
    const own = ['ann', 'reader'].map((actor) => ({
      event: newEvent({
        ...{ entityType: NOTES_ENTITY_TYPE, entityId: `${entity.type}/${entity.id}` },
        ...{ type: '$NoteAdded', source: '$chronoscope', actor },
      }),
    }));
    const receipt = await store().append({ namespace: 'main', atomic: true, items: own });
    expect(receipt).toMatchObject({ ok: true });
    await catchUp(viewer, app());
    const after = await store().actorWork({ namespace: 'main', actor: 'ann', ...bounds });
    expect(after).toEqual({ ...before, searchedTo: after?.searchedTo, changedTo: after?.changedTo });
    expect(await store().actorWork({ namespace: 'main', actor: 'reader', ...bounds })).toBeNull();
  });

  it('is nothing where nobody has that name here', async () => {
    const bounds = { axis: 'recorded', upTo: { at: 'head' }, mostEvents: 9, mostChanged: 9 } as const;
    for (const actor of ['bob', 'nobody', '\0', '\ud800'])
      expect(await store().actorWork({ namespace: 'main', actor, ...bounds })).toBeNull();
  });
});

describe('the answer about an actor', () => {
  const read = async (actor: string, zone = 'UTC', asOf = 'latest') => {
    const question = { namespace: 'main', actor, axis: 'occurred', asOf, zone } as const;
    const answer = await readActor(viewer, app(), question);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };

  it('counts every event once in the bars and once in the hours', async () => {
    const { events, counts, width, hours } = await read('ann', 'Europe/Oslo');
    expect(events).toBeGreaterThan(20);
    expect(counts.reduce((sum, count) => sum + count.events, 0)).toBe(events);
    expect(hours.flat().reduce((sum, count) => sum + count, 0)).toBe(events);
    expect(counts.length).toBeLessThanOrEqual(240);
    expect(BigInt(width) % HOUR).toBe(0n);
  });

  it('of nobody says that nothing was done', async () => {
    expect(await read('nobody')).toMatchObject({ events: 0, first: null, last: null, entities: [] });
  });

  it('is the same at a moment as what the query finds then', async () => {
    for (const asOf of ['@200', '1970-01-01T00:00:00.000011Z']) {
      const upTo = { asOf, asOfAxis: 'occurred', sort: 'occurred', direction: 'desc' } as const;
      const query = { namespace: 'main', text: 'actor:ann', zone: 'UTC', after: null, limit: 1_000 } as const;
      const found = await findEvents(viewer, app(), { ...query, ...upTo });
      const { events, last } = await read('ann', 'UTC', asOf);
      expect(found).toMatchObject({ value: { events: { length: events } } });
      expect(found.ok && found.value.events[0]?.occurredAt).toBe(last);
    }
  });

  it('refuses what is no moment of the store', async () => {
    const question = { namespace: 'main', actor: 'ann', axis: 'recorded', zone: 'UTC', asOf: '812' } as const;
    expect(await readActor(viewer, app(), question)).toMatchObject({ ok: false, error: { code: 'CS-112' } });
  });

  it('refuses what is no zone', async () => {
    const at = { axis: 'recorded', asOf: 'latest', zone: 'Atlantis' } as const;
    const question = { namespace: 'main', actor: 'ann', ...at };
    expect(await readActor(viewer, app(), question)).toMatchObject({ ok: false, error: { code: 'CS-124' } });
  });
});

/** The paths of the leaves that each event changed, by its position. */
function changesOf(all: readonly LogEvent[]): ReadonlyMap<bigint, readonly string[]> {
  const streams = new Map<string, LogEvent[]>();
  for (const event of all) streams.set(event.streamKey, [...(streams.get(event.streamKey) ?? []), event]);
  const paths = new Map<bigint, readonly string[]>();
  for (const stream of streams.values()) {
    const steps = [...foldStream(stream, builtInProjection('merge'), noUpcasters)];
    for (const [index, event] of stream.entries())
      paths.set(event.position, steps[index]?.changes.map(({ path }) => path) ?? []);
  }
  return paths;
}
