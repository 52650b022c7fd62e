import { beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { writeNote } from '../write-note.ts';
import { listEventTypes } from './list-event-types.ts';
import { listFollowExamples } from './list-follow-examples.ts';
import { readEventModel } from './read-event-model.ts';
import { readEventType } from './read-event-type.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const MINUTE = 60_000_000n;

beforeAll(async () => {
  // Three orders: all are placed and paid, one is paid twice, the last is only placed; "weight" becomes a number, "gift" comes with the third.
  const said: readonly (readonly [order: string, type: string, minute: bigint, payload: string])[] = [
    ['1', 'Placed', 0n, '{"weight":"1.5 kg","lines":[{"sku":"a"}]}'],
    ['1', 'Paid', 10n, '{"amount":10}'],
    ['2', 'Placed', 20n, '{"weight":"2 kg","lines":[]}'],
    ['2', 'Paid', 40n, '{"amount":10}'],
    ['2', 'Paid', 30n, '{"amount":10}'],
    ['3', 'Placed', 50n, '{"weight":2.25,"gift":true,"lines":[{"sku":"a"},{"sku":null}]}'],
  ];
  const items = said.map(([entityId, type, minute, payload], nth) => {
    const at = minute * MINUTE;
    return {
      event: newEvent({ entityId, type, payload, occurredAt: at, recordedAt: at, eventId: `e-${nth}` }),
    };
  });
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  const noted = await writeNote(
    viewer,
    app(),
    { namespace: 'main', type: 'order', id: '1' },
    {
      ...{ eventId: 'n-1', author: 'ann', expectedVersion: null },
      change: { what: 'add', on: { axis: 'recorded', from: 1, to: null, path: null }, text: 'look' },
    },
  );
  if (!noted.ok) throw new Error(noted.error.message);
  await catchUp(viewer, app());
});

function given<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('It was refused.');
  return result.value;
}

describe('the types of events', () => {
  it('are listed with their counts, those with most events first, and without notes', async () => {
    const asked = { namespace: 'main', axis: 'occurred', limit: 100 } as const;
    const { types, all } = given(await listEventTypes(viewer, app(), asked));
    expect(types.map(({ type, events, entityTypes }) => [type, events, entityTypes])).toEqual([
      ['Paid', 3, [{ entityType: 'order', events: 3 }]],
      ['Placed', 3, [{ entityType: 'order', events: 3 }]],
    ]);
    expect(types[0]).toMatchObject({
      ...{ firstOccurred: '1970-01-01T00:10:00Z', lastOccurred: '1970-01-01T00:40:00Z' },
      versions: [{ schemaVersion: 1, events: 3 }],
    });
    expect(types[0]?.counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(all).toBe(2);
    const first = given(await listEventTypes(viewer, app(), { ...asked, limit: 1 }));
    expect([first.types.length, first.all]).toEqual([1, 2]);
  });

  it('are none in a namespace that is not there, whatever it is called', async () => {
    for (const namespace of ['nowhere', 'half \ud800', 'nul \0']) {
      const asked = { namespace, axis: 'recorded', limit: 100 } as const;
      expect(given(await listEventTypes(viewer, app(), asked))).toMatchObject({ types: [], all: 0 });
      expect(
        given(await readEventType(viewer, app(), { namespace, type: 'Paid', schemaVersion: null })),
      ).toBeNull();
    }
  });
});

describe('one type', () => {
  it('has the shape of its payloads, when that changed, and its neighbours', async () => {
    const asked = { namespace: 'main', type: 'Placed', schemaVersion: null };
    const placed = given(await readEventType(viewer, app(), asked));
    expect(placed?.fields.map(({ path, count, around }) => [path, count, around])).toEqual([
      ['', 3, 3],
      ['/weight', 3, 3],
      ['/lines', 3, 3],
      ['/lines/*', 3, 3],
      ['/lines/*/sku', 3, 3],
      ['/gift', 1, 3],
    ]);
    expect(placed?.drift).toEqual([
      { what: 'retyped', path: '/weight', at: '6', last: '3', from: 'string', to: 'number' },
      { what: 'appeared', path: '/gift', at: '6', last: null, from: null, to: null },
    ]);
    expect(placed?.mentioned.map(({ position, entityId, version }) => [position, entityId, version])).toEqual(
      [
        ['1', '1', 1],
        ['3', '2', 1],
        ['6', '3', 1],
      ],
    );
    expect(placed?.precedes).toEqual([{ type: null, events: 3, median: null }]);
    expect(placed?.follows.map(({ type, events }) => [type, events])).toEqual([
      ['Paid', 2],
      [null, 1],
    ]);
  });
});

describe('a type or a schema version that no event has', () => {
  it('is nothing', async () => {
    for (const asked of [
      { type: 'Sent', schemaVersion: null },
      { type: 'Placed', schemaVersion: 2 },
    ])
      expect(given(await readEventType(viewer, app(), { namespace: 'main', ...asked }))).toBeNull();
  });
});

describe('the model', () => {
  it('has every step with its time, where streams begin and where they end', async () => {
    const model = given(await readEventModel(viewer, app(), { namespace: 'main', entityType: 'order' }));
    expect(
      model.steps.map(({ before, after, events, mean, backwards }) => [
        before,
        after,
        events,
        mean,
        backwards,
      ]),
    ).toEqual([
      [null, 'Placed', 3, null, 0],
      ['Placed', 'Paid', 2, Number(15n * MINUTE), 0],
      ['Paid', null, 2, null, 0],
      ['Paid', 'Paid', 1, null, 1],
      ['Placed', null, 1, null, 0],
    ]);
    expect(model.streams).toBe(3);
    expect(model.types).toContainEqual({ type: 'Placed', events: 3, starts: 3, ends: 1 });
    expect(model.entityTypes).toEqual([{ entityType: 'order', events: 6 }]);
  });

  it('shows where a step happened, page by page', async () => {
    const asked = { namespace: 'main', entityType: 'order', behind: null, limit: 10 };
    const at = async (step: Parameters<typeof listFollowExamples>[2]['step']) =>
      given(await listFollowExamples(viewer, app(), { ...asked, step })).events.map(
        ({ entityId, version, gap }) => [entityId, version, gap],
      );
    expect(await at({ before: 'Placed', behind: 'Paid' })).toEqual([
      ['2', 2, Number(20n * MINUTE)],
      ['1', 2, Number(10n * MINUTE)],
    ]);
    expect(await at({ before: 'Paid', behind: 'Paid' })).toEqual([['2', 3, Number(-10n * MINUTE)]]);
    expect(await at({ before: null, behind: 'Placed' })).toEqual([
      ['3', 1, null],
      ['2', 1, null],
      ['1', 1, null],
    ]);
    expect(await at({ event: 'Paid' })).toHaveLength(3);
    expect((await at({ before: 'Placed', behind: null })).map(([entityId]) => entityId)).toEqual(['3']);

    const first = given(
      await listFollowExamples(viewer, app(), {
        ...asked,
        step: { before: 'Placed', behind: 'Paid' },
        limit: 1,
      }),
    );
    const [at0, position] = first.next?.split('.') ?? [];
    const behind = { at: BigInt(at0 ?? 0), position: BigInt(position ?? 0) };
    const second = given(
      await listFollowExamples(viewer, app(), {
        ...asked,
        step: { before: 'Placed', behind: 'Paid' },
        behind,
      }),
    );
    expect([...first.events, ...second.events].map(({ entityId }) => entityId)).toEqual(['2', '1']);
    expect(second.next).toBeNull();
  });
});

describe('as of an instant', () => {
  // The second payment of order 2 was recorded before its first.
  const then = { asOf: '1970-01-01T00:35:00Z', axis: 'recorded' } as const;

  it('are the types, the payloads and the steps that had come by then', async () => {
    const asked = { namespace: 'main', limit: 100, ...then };
    const { types } = given(await listEventTypes(viewer, app(), asked));
    expect(types.map(({ type, events }) => [type, events])).toEqual([
      ['Paid', 2],
      ['Placed', 2],
    ]);
    const type = { namespace: 'main', type: 'Placed', schemaVersion: null, ...then };
    const placed = given(await readEventType(viewer, app(), type));
    expect(placed?.fields.map(({ path }) => path)).toEqual([
      '',
      '/weight',
      '/lines',
      '/lines/*',
      '/lines/*/sku',
    ]);
    expect(placed?.drift).toEqual([]);
    const model = given(
      await readEventModel(viewer, app(), { namespace: 'main', entityType: 'order', ...then }),
    );
    expect(model.steps.map(({ before, after, events }) => [before, after, events])).toEqual([
      [null, 'Placed', 2],
      ['Paid', null, 2],
      ['Placed', 'Paid', 1],
      ['Placed', null, 1],
    ]);
  });

  it('are the examples of steps that had come by then, ends included', async () => {
    const asked = { namespace: 'main', entityType: 'order', behind: null, limit: 10, ...then };
    const at = async (step: Parameters<typeof listFollowExamples>[2]['step']) =>
      given(await listFollowExamples(viewer, app(), { ...asked, step })).events.map(
        ({ entityId, version }) => [entityId, version],
      );
    expect(await at({ before: 'Placed', behind: 'Paid' })).toEqual([['1', 2]]);
    expect(await at({ before: 'Placed', behind: null })).toEqual([['2', 1]]);
    expect(await at({ before: 'Paid', behind: null })).toEqual([
      ['2', 3],
      ['1', 2],
    ]);
    expect(await at({ before: 'Paid', behind: 'Paid' })).toEqual([]);
    expect(await at({ event: 'Paid' })).toHaveLength(2);
  });

  it('is refused where it is none of a clock', async () => {
    const asked = { namespace: 'main', axis: 'recorded', limit: 100 } as const;
    for (const [asOf, code] of [
      ['@2', 'CS-112'],
      ['7', 'CS-112'],
      ['soon', 'CS-110'],
    ] as const)
      expect(await listEventTypes(viewer, app(), { ...asked, asOf })).toMatchObject({ error: { code } });
  });
});
