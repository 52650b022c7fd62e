import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Axis, formatInstant, NOTES_ENTITY_TYPE } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { writeNote } from '../write-note.ts';
import { summariseEvents } from './find-events.ts';
import { overviewOf } from './overview.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };
const MINUTE = 60_000_000n;
/** 2026-03-01T00:00:00Z */
const START = 1_772_323_200_000_000n;

/** Out of order on either clock, over two days. */
const clock = fc.integer({ min: 0, max: 48 * 60 }).map((minute) => START + BigInt(minute) * MINUTE);
const written = fc.record({
  entityType: fc.constantFrom('order', 'cart', 'a/b'),
  entityId: fc.constantFrom('1', '2', '3', '4', '5'),
  type: fc.constantFrom('A', 'B'),
  removed: fc.constantFrom(false, false, true),
  recordedAt: clock,
  occurredAt: clock,
});

beforeAll(async () => {
  const items = fc.sample(written, { numRuns: 150, seed: 3 }).map((event) => ({ event: newEvent(event) }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  const elsewhere = { event: newEvent({ entityType: 'order', recordedAt: START, occurredAt: START }) };
  await store().append({ namespace: 'elsewhere', atomic: true, items: [elsewhere] });
  await catchUp(viewer, app());
}, 60_000);

async function heldAt(axis: Axis, asOf: string) {
  const overview = await overviewOf(viewer, app(), {
    ...{ namespace: 'main', axis, asOf, zone: 'UTC', from: '', to: '' },
  });
  if (!overview.ok) throw new Error(overview.error.message);
  return overview.value.store;
}

describe('what a namespace held at an instant', () => {
  it('is as many entities as the list has of them then, those that were removed counted apart, and their events', async () => {
    let removed = 0;
    await fc.assert(
      fc.asyncProperty(clock, fc.constantFrom<Axis>('recorded', 'occurred'), async (at, axis) => {
        const asOf = formatInstant(at);
        const held = await heldAt(axis, asOf);
        const page = { namespace: 'main', axis, asOf: at, withRemoved: true, limit: 100 } as const;
        const rows = await store().entities(page);
        const types = [...new Set(rows.map(({ entityType }) => entityType))];
        const listed = held.types.filter(({ entities }) => entities > 0);
        expect(listed.map(({ entityType, entities, live }) => ({ entityType, entities, live }))).toEqual(
          types.map((entityType) => {
            const own = rows.filter((row) => row.entityType === entityType);
            return { entityType, entities: own.length, live: own.filter((row) => !row.removed).length };
          }),
        );
        expect([held.entities, held.live]).toEqual([rows.length, rows.filter((row) => !row.removed).length]);
        for (const { q, events } of [...held.types, { q: '', events: held.events }]) {
          const then = { namespace: 'main', text: q, zone: 'UTC', axis, asOf, asOfAxis: axis };
          expect(await summariseEvents(viewer, app(), then)).toMatchObject({ value: { events } });
        }
        removed += held.entities - held.live;
      }),
      { numRuns: 60 },
    );
    expect(removed).toBeGreaterThan(60);
  });

  it('counts notes apart, those of later not at all', async () => {
    const order = { namespace: 'main', type: 'order', id: '1' };
    const change = {
      what: 'add',
      on: { axis: 'recorded', from: 1, to: null, path: null },
      text: 'Seen.',
    } as const;
    const note = { eventId: 'note-1', author: 'ann', expectedVersion: null, change };
    expect(await writeNote(viewer, app(), order, note)).toMatchObject({ ok: true });
    await catchUp(viewer, app());
    for (const axis of ['recorded', 'occurred'] as const) {
      const before = await heldAt(axis, formatInstant(START + 48n * 60n * MINUTE));
      const behind = await heldAt(axis, '2200-01-01T00:00:00Z');
      expect([before.notes, behind.notes]).toEqual([
        { entities: 0, events: 0 },
        { entities: 1, events: 1 },
      ]);
      expect(behind.events).toBe(150);
      expect(behind.types.map(({ entityType }) => entityType)).not.toContain(NOTES_ENTITY_TYPE);
    }
  });

  it('is nothing before the first event, nor where there is no such namespace', async () => {
    const nothing = { events: 0, entities: 0, live: 0, types: [], newest: [] };
    expect(await heldAt('recorded', formatInstant(START - MINUTE))).toMatchObject(nothing);
    const elsewhere = { namespace: '\0', axis: 'recorded', instant: START } as const;
    expect(await store().heldThen(elsewhere)).toMatchObject({ events: 0, entities: 0, types: [] });
  });
});
