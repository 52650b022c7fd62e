import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Axis, formatInstant, type NewEvent } from '#core';
import type { OverviewAnswer } from '#wire';
import { API_SCHEMAS } from '#wire/api';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { summariseEvents } from './find-events.ts';
import { overviewOf } from './overview.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };
const HOUR = 3_600_000_000n;
const DAY = 24n * HOUR;
/** 2026-03-01T00:00:00Z */
const START = 1_772_323_200_000_000n;

const TYPES = ['A', 'B b', 'C*', 'D,d', 'E"e', 'F', 'G', 'H', '-I', 'J:j'];
const ACTORS = ['ann', 'Bo "x"', 'c*', '', null];

/** Mostly within two weeks, a few a year before: ranges are drawn by hours and by days. */
const events: readonly NewEvent[] = fc
  .sample(
    fc.record({
      entityType: fc.constantFrom('order', 'a/b', 'staff'),
      entityId: fc.constantFrom('1', '2', 'x/y', 'z*'),
      type: fc.constantFrom(...TYPES, 'A', 'A', 'B b'),
      actor: fc.constantFrom(...ACTORS),
      recordedAt: fc
        .integer({ min: 0, max: 14 * 24 * 60 })
        .map((minute) => START + BigInt(minute) * 60_000_001n),
      late: fc.constantFrom(0n, 0n, 0n, HOUR, 9n * DAY, 365n * DAY),
      payload: fc.constantFrom(
        '{"a":1,"b":{"c":2}}',
        '{"a":{"deep":[1,2]},"x/y":true}',
        '{"b":{}}',
        '{"b":null,"*":3}',
        '[1,{"a":5}]',
        '7',
        'no json',
      ),
    }),
    { numRuns: 240, seed: 7 },
  )
  .map(({ recordedAt, late, ...rest }) => newEvent({ ...rest, recordedAt, occurredAt: recordedAt - late }));

async function append(items: readonly NewEvent[], namespace = 'main'): Promise<void> {
  for (let at = 0; at < items.length; at += 5_000) {
    const batch = items.slice(at, at + 5_000).map((event) => ({ event }));
    const receipt = await store().append({ namespace, atomic: true, items: batch });
    if (!receipt.ok) throw new Error(receipt.error.message);
  }
}

async function asked(question: {
  axis: Axis;
  asOf?: string;
  from?: string;
  to?: string;
  namespace?: string;
}) {
  const overview = await overviewOf(viewer, app(), {
    namespace: 'main',
    asOf: 'latest',
    from: '',
    to: '',
    zone: 'UTC',
    ...question,
  });
  if (!overview.ok) throw new Error(overview.error.message);
  return overview.value;
}

/** Everything that is counted beside a query. */
function countedIn(overview: OverviewAnswer): readonly { readonly q: string; readonly events: number }[] {
  const { overTime, entityTypes, actors, entities, fields, late, outOfOrder, marks } = overview;
  return [
    overview,
    ...overTime.types,
    ...entityTypes,
    ...actors.top,
    ...entities.top,
    ...fields.top,
    late,
    outOfOrder,
    marks,
    ...marks.kinds,
  ];
}

async function expectAgreement(overview: OverviewAnswer, axis: Axis, asOf = 'latest'): Promise<void> {
  for (const { q, events: counted } of countedIn(overview)) {
    const then = { axis, asOf, asOfAxis: axis };
    const summary = await summariseEvents(viewer, app(), {
      ...{ namespace: 'main', text: q, zone: 'UTC' },
      ...then,
    });
    if (!summary.ok) throw new Error(`${q}: ${summary.error.message}`);
    expect([q, summary.value.events, summary.value.of]).toEqual([q, counted, 'all']);
  }
}

const RANGES = [
  { from: '', to: '' },
  { from: '2026-03-03', to: '2026-03-09' },
  { from: '2026-03-03T10:20:00Z', to: '2026-03-03T19:40:30Z' },
  { from: '2025', to: '2026-03-05' },
  { from: '2026-03-08', to: '' },
] as const;

describe('an overview', () => {
  beforeAll(async () => {
    await append(events);
    await catchUp(viewer, app());
  });

  it.each(RANGES.flatMap((range) => (['recorded', 'occurred'] as const).map((axis) => ({ ...range, axis }))))(
    'counts what its queries find: from "$from" to "$to", $axis',
    async (question) => {
      const overview = await asked(question);
      expect(overview.events).toBeGreaterThan(0);
      expect(countedIn(overview).length).toBeGreaterThan(20);
      await expectAgreement(overview, question.axis);
    },
  );

  it('is what its schema says, and adds up', async () => {
    const overview = await asked({ axis: 'recorded' });
    expect(API_SCHEMAS.Overview.parse(overview)).toEqual(overview);
    expect(overview.events).toBe(events.length);
    const { types, counts } = overview.overTime;
    expect(types.map(({ type, types: of }) => [type === null, of])).toEqual([
      ...Array.from({ length: 6 }, () => [false, 1]),
      [true, 4],
    ]);
    expect(types.map((_, slot) => counts.reduce((sum, { events: of }) => sum + (of[slot] ?? 0), 0))).toEqual(
      types.map(({ events: of }) => of),
    );
    expect(overview.actors.all).toBe(ACTORS.length);
    expect(overview.late.events).toBeGreaterThan(0);
    expect(overview.outOfOrder.events).toBeGreaterThan(0);
  });

  it('counts the events that a fold could not take, of each kind too, and names the newest one by one', async () => {
    const { marks } = await asked({ axis: 'recorded' });
    const broken = events.filter(({ payload }) => payload === 'no json').length;
    expect(broken).toBeGreaterThan(5);
    expect(marks).toMatchObject({ events: broken, isMore: false, q: 'is:inexact' });
    expect(marks.kinds).toEqual([{ kind: 'notADocument', events: broken, q: 'is:not-a-document' }]);
    expect(marks.newest.map(({ kind }) => kind)).toEqual(
      Array.from({ length: broken }, () => 'notADocument'),
    );
  });

  it('is empty where nothing is, and says how far the read models are all the same', async () => {
    for (const question of [{ namespace: 'none' }, { namespace: '\0' }, { from: '2030' }]) {
      const overview = await asked({ axis: 'recorded', ...question });
      expect(overview).toMatchObject({
        events: 0,
        overTime: { counts: [] },
        entities: { top: [], since: null },
      });
      expect(overview.readModels).toMatchObject({
        head: String(events.length),
        searchedTo: String(events.length),
      });
    }
  });

  it.each(
    RANGES.filter(({ from }) => from !== '2026-03-08').flatMap((range) =>
      (['recorded', 'occurred'] as const).map((axis) => ({ ...range, axis })),
    ),
  )('counts what had come by an instant: from "$from" to "$to", $axis', async (question) => {
    const asOf = '2026-03-03T15:30:00.5Z';
    const overview = await asked({ ...question, asOf });
    const all = await asked(question);
    expect(overview.events).toBeGreaterThan(0);
    expect(overview.events).toBeLessThan(all.events);
    await expectAgreement(overview, question.axis, asOf);
  });

  it('counts the event of the instant itself, and none a microsecond later', async () => {
    const recorded = events.map(({ recordedAt }) => recordedAt ?? 0n);
    const at = recorded.toSorted((a, b) => Number(a - b))[100] ?? 0n;
    for (const then of [at, at - 1n]) {
      const { events: counted } = await asked({ axis: 'recorded', asOf: formatInstant(then) });
      expect(counted).toBe(recorded.filter((one) => one <= then).length);
    }
  });

  it('ends usual ranges at the instant, and tells what was newest then', async () => {
    const asOf = '2026-03-03T15:30:00Z';
    const at = BigInt(Date.parse(asOf)) * 1_000n;
    const { events: counted, range, store: held } = await asked({ axis: 'recorded', asOf, from: '24h' });
    expect(range).toEqual({ from: '2026-03-02T15:00:00Z', to: null });
    const by = events.map(({ recordedAt }) => recordedAt ?? 0n).filter((recorded) => recorded <= at);
    expect(counted).toBe(by.filter((recorded) => recorded >= at - DAY - HOUR / 2n).length);
    const newest = by.toSorted((a, b) => Number(b - a));
    expect(held.newest.map(({ recordedAt }) => recordedAt)).toEqual(newest.slice(0, 20).map(formatInstant));
    expect(held.events).toBe(by.length);
    expect(held.types.reduce((sum, type) => sum + type.events, 0)).toBe(by.length);
  });

  it('has the marks, and what came late and out of order, of events that had come by the instant', async () => {
    const asOf = '2026-03-06T00:00:00Z';
    const at = BigInt(Date.parse(asOf)) * 1_000n;
    for (const axis of ['recorded', 'occurred'] as const) {
      const [then, now] = [await asked({ axis, asOf }), await asked({ axis })];
      const clock = (event: NewEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt) ?? 0n;
      const broken = events.filter((event) => event.payload === 'no json' && clock(event) <= at).length;
      expect(then.marks.kinds).toContainEqual(
        expect.objectContaining({ kind: 'notADocument', events: broken }),
      );
      for (const what of ['late', 'outOfOrder', 'marks'] as const) {
        expect(then[what].events).toBeGreaterThan(0);
        expect(then[what].events).toBeLessThan(now[what].events);
      }
    }
  });

  it('refuses a range behind the instant, and what is no instant', async () => {
    const question = { namespace: 'main', axis: 'recorded', to: '', zone: 'UTC' } as const;
    const ask = (asOf: string, from: string) => overviewOf(viewer, app(), { ...question, asOf, from });
    const code = (is: string) => ({ ok: false, error: { code: is } });
    expect(await ask('2026-03-03T15:30:00Z', '2026-03-04')).toMatchObject(code('CS-114'));
    expect(await ask('@7', '')).toMatchObject(code('CS-112'));
    expect(await ask('soon', '')).toMatchObject(code('CS-110'));
  });

  it('refuses a range that cannot be read', async () => {
    const now = { namespace: 'main', axis: 'recorded', asOf: 'latest', zone: 'UTC' } as const;
    const question = { ...now, from: 'soon', to: '' };
    expect(await overviewOf(viewer, app(), question)).toMatchObject({ ok: false, error: { code: 'CS-114' } });
  });

  it('knows the changes of the last year with events, however long nothing has happened since', async () => {
    const first = START - 500n * DAY;
    const at = [first, first + 300n * DAY, START + 400n * DAY];
    await append(
      at.map((recordedAt, nth) => newEvent({ payload: `{"n":${nth}}`, recordedAt, occurredAt: recordedAt })),
      'quiet',
    );
    await catchUp(viewer, app());
    const asOf = formatInstant(START + 390n * DAY);
    const { overTime } = await asked({ namespace: 'quiet', axis: 'recorded', asOf });
    expect(overTime.changes).toEqual(
      [first, first + 300n * DAY].map((day) => ({ at: formatInstant(day), fields: 1 })),
    );
  });

  it('looks at the newest events of many for entities and fields, says which, and asks for the same', async () => {
    const at = START + 30n * DAY;
    // Several share each instant, so that the bound falls between those that do.
    await append(
      Array.from({ length: 21_000 }, (_, nth) =>
        newEvent({
          entityId: `many-${nth % 11}`,
          payload: `{"n":${nth},"m":${nth % 2_000 < 1_000}}`,
          recordedAt: at + BigInt(Math.floor(nth / 7)) * 1_000_000n,
          occurredAt: at,
        }),
      ),
    );
    await catchUp(viewer, app());
    const overview = await asked({ axis: 'recorded' });
    const { entities, fields } = overview;
    expect(overview.events).toBe(21_000 + events.length);
    expect(entities.looked).toBeLessThanOrEqual(20_000);
    expect(entities.looked).toBeGreaterThan(20_000 - 7);
    expect(entities.since).toBe(formatInstant(at + BigInt(Math.floor((21_000 - 20_001) / 7)) * 1_000_000n));
    expect(entities.top.reduce((sum, { events: of }) => sum + of, 0)).toBeGreaterThan(14_000);
    expect(fields.top[0]).toMatchObject({ path: '/n', events: fields.looked });
    for (const { q, events: counted } of [...entities.top, ...fields.top]) {
      const summary = await summariseEvents(viewer, app(), {
        namespace: 'main',
        text: q,
        zone: 'UTC',
        axis: 'recorded',
      });
      expect(summary).toMatchObject({ value: { events: counted } });
    }
    // All of them happened at one instant, of which no part can be asked for.
    const occurred = await asked({ axis: 'occurred', from: '2026-03-30' });
    expect(occurred.entities).toMatchObject({ top: [], looked: 0, since: formatInstant(at) });
  }, 60_000);
});
