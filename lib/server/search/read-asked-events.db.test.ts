import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { findEntities } from './find-entities.ts';
import { findEvents, summariseEvents } from './find-events.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const START = 1_700_000_000_000_000n;
const STEP = 3_600_000_000n;
const EVENTS = 40;

/** Two clocks that run against each other. */
const recorded = (nth: number) => START + STEP * BigInt(nth);
const occurred = (nth: number) => START - STEP * BigInt(nth);

beforeAll(async () => {
  const items = Array.from({ length: EVENTS }, (_, nth) => ({
    event: newEvent({
      entityId: `o-${nth}`,
      payload: JSON.stringify({ a: nth, b: nth, c: nth, d: nth, e: nth, nested: { z: nth } }),
      recordedAt: recorded(nth),
      occurredAt: occurred(nth),
    }),
  }));
  await store().append({ namespace: 'main', atomic: true, items });
  await catchUp(viewer, app());
});

const ALL = {
  namespace: 'main',
  text: '',
  zone: 'UTC',
  sort: 'position',
  direction: 'asc',
  after: null,
  limit: 100,
} as const;

async function positionsOf(parts: Partial<Parameters<typeof findEvents>[2]>): Promise<readonly number[]> {
  const found = await findEvents(viewer, app(), { ...ALL, ...parts });
  if (!found.ok) throw new Error(found.error.message);
  return found.value.events.map(({ position }) => Number(position));
}

describe('events as of a moment', () => {
  it('are those whose clock had come to it, on either axis, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1, max: EVENTS }),
        fc.constantFrom('recorded' as const, 'occurred' as const),
        fc.constantFrom(0n, -1n),
        async (nth, asOfAxis, near) => {
          const clock = asOfAxis === 'recorded' ? recorded : occurred;
          const at = clock(nth) + near;
          const expected = Array.from({ length: EVENTS }, (_, one) => one + 1).filter(
            (position) => clock(position - 1) <= at,
          );
          const asOf = formatInstant(at);
          expect(await positionsOf({ asOf, asOfAxis })).toEqual(expected);
          const summary = await summariseEvents(viewer, app(), { ...ALL, asOf, asOfAxis, axis: asOfAxis });
          expect(summary).toMatchObject({ value: { events: expected.length } });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('count up to a position of the log, and beside what else is asked', async () => {
    expect(await positionsOf({ asOf: '@3' })).toEqual([1, 2, 3]);
    expect(await positionsOf({ asOf: '@3', text: 'entity:order/o-1 OR entity:order/o-9' })).toEqual([2]);
    expect(await positionsOf({ asOf: '@3', text: 'set:/a>0 set:/b<2' })).toEqual([2]);
  });

  it.each([
    ['soon', 'CS-110'],
    ['@999', 'CS-111'],
    ['812', 'CS-112'],
  ])('say what is wrong with %s', async (asOf, code) => {
    expect(await findEvents(viewer, app(), { ...ALL, asOf })).toMatchObject({ ok: false, error: { code } });
  });
});

describe('what an event changed', () => {
  it('begins with the fields that the query names, however many come before them', async () => {
    const found = await findEvents(viewer, app(), { ...ALL, text: 'set:/nested/z=7 -path:/zzz' });
    expect(found).toMatchObject({
      value: { events: [{ entityId: 'o-7', changes: [{ path: '/nested/z', value: '7' }, {}, {}, {}] }] },
    });
    const plain = await findEvents(viewer, app(), { ...ALL, limit: 1 });
    if (!plain.ok) throw new Error(plain.error.message);
    expect(plain.value.events[0]?.changes.map(({ path }) => path)).not.toContain('/nested/z');
  });
});

describe('what cannot be asked', () => {
  it('is refused at the word that asks it', async () => {
    const text = 'type:Placed (actor:ada OR state:/a=1)';
    expect(await findEvents(viewer, app(), { ...ALL, text })).toMatchObject({
      ok: false,
      error: { code: 'CS-152', at: text.indexOf('state:'), end: text.length - 1 },
    });
    const entities = {
      namespace: 'main',
      text: 'set:/a=1',
      zone: 'UTC',
      asOf: 'latest',
      axis: 'recorded',
    } as const;
    const asked = { ...entities, withRemoved: false, columns: [], after: null, limit: 10 };
    expect(await findEntities(viewer, app(), asked)).toMatchObject({
      ok: false,
      error: { code: 'CS-152', at: 0, end: 8 },
    });
  });
});
