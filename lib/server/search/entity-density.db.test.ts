import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Axis, NewEvent } from '#core';
import type { LogEvent } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { DENSITY_PARTS, entityDensity } from './entity-density.ts';

const { app, store } = appForTests();
const IDS = ['a', 'b', 'A', '', 'é'];
// 1691 and 2252.
const FIRST = -8_800_000_000_000_000n;
const LAST = 8_900_000_000_000_000n;

const anEvent = fc.record<Partial<NewEvent>>({
  entityType: fc.constantFrom('order', 'user'),
  entityId: fc.constantFrom(...IDS),
  occurredAt: fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: FIRST, max: LAST })),
  recordedAt: fc.bigInt({ min: 0n, max: 1_000n }),
});

let log: readonly LogEvent[] = [];

beforeAll(async () => {
  const items = fc.sample(anEvent, { numRuns: 150, seed: 7 }).map((event) => ({
    event: newEvent({ ...event, flags: 0 }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  const elsewhere = [{ event: newEvent({ entityType: 'order', entityId: 'a' }) }];
  await store().append({ namespace: 'elsewhere', atomic: true, items: elsewhere });
  await catchUp({ name: 'test' }, app());
  log = await store().eventsFrom(0n, 1_000, 'main');
  expect(log).toHaveLength(150);
});

const entities = fc.uniqueArray(
  fc.record({
    entityType: fc.constantFrom('order', 'user', 'none'),
    entityId: fc.constantFrom(...IDS, '\0'),
  }),
  { maxLength: 8, selector: ({ entityType, entityId }) => `${entityType} ${entityId}` },
);

const density = (asked: { axis: Axis; entities: readonly { entityType: string; entityId: string }[] }) =>
  entityDensity({ name: 'test' }, app(), { namespace: 'main', ...asked });

describe('the density of some entities', () => {
  it('counts every event once, in the part that its clock lies in', async () => {
    await fc.assert(
      fc.asyncProperty(entities, fc.constantFrom<Axis>('recorded', 'occurred'), async (wanted, axis) => {
        const clock = (event: LogEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);
        const of = wanted.map((entity) =>
          log.filter((event) => event.entityType === entity.entityType && event.entityId === entity.entityId),
        );
        const clocks = of
          .flat()
          .map(clock)
          .sort((a, b) => Number(a - b));
        const [from] = clocks;
        const to = clocks.at(-1);
        const found = await density({ axis, entities: wanted });
        if (from === undefined || to === undefined) {
          expect(found).toBeNull();
          return;
        }
        const expected = of.map((events) => {
          const counts = new Map<number, number>();
          for (const event of events) {
            const part = Number(((clock(event) - from) * BigInt(DENSITY_PARTS)) / (to - from + 1n));
            counts.set(part, (counts.get(part) ?? 0) + 1);
          }
          return [...counts].sort(([a], [b]) => a - b).map(([part, events]) => ({ part, events }));
        });
        expect(found).toEqual({ from, to, entities: expected, countedTo: 151n });
      }),
      { numRuns: 60 },
    );
  });

  it('has none in a namespace that cannot be', async () => {
    const one = [{ entityType: 'order', entityId: 'a' }];
    const asked = { namespace: '\0', axis: 'recorded', entities: one } as const;
    expect(await entityDensity({ name: 'test' }, app(), asked)).toBeNull();
  });

  it('has one part where all happened at once', async () => {
    const one = [{ entityType: 'order', entityId: 'a' }];
    const found = await entityDensity({ name: 'test' }, app(), {
      namespace: 'elsewhere',
      axis: 'recorded',
      entities: one,
    });
    expect(found?.entities).toEqual([[{ part: 0, events: 1 }]]);
    expect(found?.from).toBe(found?.to);
  });
});
