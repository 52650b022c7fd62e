import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis, NewEvent } from '#core';
import type { LogEvent } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import {
  clockOf,
  naiveThen,
  shapesIn,
  stepsIn,
  typesIn,
  versionsIn,
} from './naive-catalogue-then.fixture.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const HOUR = 3_600_000_000n;

/** Few entities, types and hours of three days, so that all of them meet and clocks go back. */
const event: fc.Arbitrary<NewEvent> = fc
  .record({
    entityType: fc.constantFrom('order', 'cart'),
    entityId: fc.constantFrom('1', '2', '3'),
    type: fc.constantFrom('A', 'B', 'C'),
    schemaVersion: fc.constantFrom(1, 1, 2),
    recordedAt: fc.integer({ min: -30, max: 40 }),
    occurredAt: fc.integer({ min: -30, max: 40 }),
    payload: fc.constantFrom('{"a":1}', '{"a":"x","b":[{}]}', '{"c":null}', 'no JSON'),
  })
  .map(({ recordedAt, occurredAt, payload, ...parts }) =>
    newEvent({
      ...{ ...parts, payload, payloadFormat: payload === 'no JSON' ? 'text' : 'json' },
      ...{ recordedAt: BigInt(recordedAt) * HOUR, occurredAt: BigInt(occurredAt) * HOUR },
    }),
  );

async function append(namespace: string, events: readonly NewEvent[]): Promise<void> {
  const receipt = await store().append({
    namespace,
    atomic: true,
    items: events.map((one) => ({ event: one })),
  });
  if (!receipt.ok) throw new Error(receipt.error.message);
}

async function eventsOf(namespace: string): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = [];
  for (let position = 0n; ; ) {
    const page = await store().eventsFrom(position, 5_000);
    const last = page.at(-1);
    if (last === undefined) return events;
    position = last.position;
    events.push(...page.filter((one) => one.namespace === namespace));
  }
}

/** All that the store answers as of the instant is what its events by then give. */
async function expectThen(
  namespace: string,
  events: readonly LogEvent[],
  axis: Axis,
  at: bigint,
  /** Whether searches know the events. */
  kept: { readonly searched?: boolean } = {},
): Promise<void> {
  const { catalogue } = store();
  const asOf = { axis, at };
  const come = events.filter((one) => clockOf(one, axis) <= at);
  const naive = naiveThen(come);
  const found = await catalogue.types({ namespace, axis, at, parts: 40, most: 100 });
  expect(typesIn(found)).toEqual(naive.types);
  expect(versionsIn(found)).toEqual(naive.versions);
  expect(found.all).toBe(new Set(come.map(({ type }) => type)).size);
  const pictured = (found.density?.counts ?? []).reduce((sum, part) => sum + part.events, 0);
  const { searched = true } = kept;
  expect(pictured).toBe(searched ? come.length : 0);

  const entityTypes = await catalogue.entityTypes(namespace, asOf);
  expect(entityTypes.reduce((sum, { events: of }) => sum + of, 0)).toBe(come.length);
  const steps = new Map<string, unknown>();
  for (const { entityType } of entityTypes) {
    const model = await catalogue.model({ namespace, entityType, most: 100, asOf });
    for (const [name, step] of stepsIn(entityType, model)) steps.set(name, step);
    const ends = model.types.reduce((sum, type) => sum + type.ends, 0);
    const followed = model.follows.reduce((sum, { before, events: of }) => sum + (before === '' ? 0 : of), 0);
    expect(ends + followed).toBe(come.filter((one) => one.entityType === entityType).length);
  }
  expect(steps).toEqual(naive.steps);

  const shapes = new Map<string, unknown>();
  for (const type of new Set(come.map((one) => one.type))) {
    const one = await catalogue.type(namespace, type, asOf);
    if (one === null) throw new Error(`There is no ${type}.`);
    for (const [name, shape] of shapesIn(type, one)) shapes.set(name, shape);
  }
  expect(shapes).toEqual(naive.shapes);
}

describe('the catalogue as of an instant', () => {
  it('is the catalogue of the events that had come by then, on either clock, whatever the steps were', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Axis>('recorded', 'occurred'),
        fc.array(fc.integer({ min: -31, max: 41 }), { minLength: 1, maxLength: 3 }),
        async (batches, axis, hours) => {
          run += 1;
          const namespace = `then-${run}`;
          for (const batch of batches) {
            await append(namespace, batch);
            await catchUp(viewer, app());
          }
          const events = await eventsOf(namespace);
          for (const hour of hours) await expectThen(namespace, events, axis, BigInt(hour) * HOUR);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('is the same of a log long enough that shapes are kept on the way, in its order or not', async () => {
    const day = 24n * HOUR;
    const at = (nth: number): bigint => (BigInt(nth) * day) / 1_000n;
    const long = Array.from({ length: 9_500 }, (_none, nth) => {
      // Every thousand goes back by some days, and occurred times run the other way round.
      const recorded = nth % 2_000 < 1_000 ? at(nth) : at(nth - 1_500);
      return newEvent({
        ...{ entityId: `${nth % 40}`, type: nth % 5 === 0 ? 'B' : 'A', recordedAt: recorded },
        ...{
          occurredAt: at(9_500 - nth),
          payload: JSON.stringify({ [`f${nth % 3}`]: nth, late: nth > 6_000 ? 1 : 'x' }),
        },
      });
    });
    for (let from = 0; from < long.length; from += 2_500)
      await append('long', long.slice(from, from + 2_500));
    await catchUp(viewer, app());
    const events = await eventsOf('long');
    for (const axis of ['recorded', 'occurred'] as const)
      for (const nth of [-1, 700, 4_321, 6_000, 9_499, 12_000])
        await expectThen('long', events, axis, at(nth));
  }, 120_000);

  it('is the catalogue of now where everything had come', async () => {
    const { catalogue } = store();
    const asOf = { axis: 'recorded', at: 1n << 52n } as const;
    const asked = { namespace: 'long', axis: 'recorded', parts: 40, most: 100 } as const;
    expect(await catalogue.types({ ...asked, at: asOf.at })).toEqual(
      await catalogue.types({ ...asked, at: null }),
    );
    expect(await catalogue.type('long', 'A', asOf)).toMatchObject(
      (await catalogue.type('long', 'A', null)) ?? {},
    );
    const model = { namespace: 'long', entityType: 'order', most: 100 };
    expect(await catalogue.model({ ...model, asOf })).toMatchObject(
      await catalogue.model({ ...model, asOf: null }),
    );
    expect(await catalogue.entityTypes('long', asOf)).toEqual(await catalogue.entityTypes('long', null));
  });

  it('is the same where searches are still behind it', async () => {
    const [early, late] = [
      newEvent({ recordedAt: HOUR }),
      newEvent({ recordedAt: 3n * HOUR, type: 'Later' }),
    ];
    await append('ahead', [early, newEvent({ recordedAt: 2n * HOUR }), late]);
    await store().readModels.stepCatalogue();
    const events = await eventsOf('ahead');
    for (const hour of [0n, 1n, 2n, 3n])
      await expectThen('ahead', events, 'recorded', hour * HOUR, { searched: false });
  });
});
