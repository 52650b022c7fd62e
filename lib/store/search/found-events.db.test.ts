import { beforeAll, expect, it } from 'vitest';
import type { FoundEvent } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';

const { store } = storeForTests();

const TIMES = [{}, { occurredAt: null }, { recordedAt: null }];

beforeAll(async () => {
  const items = TIMES.map((times, nth) => ({
    event: newEvent({ entityId: `o-${nth}`, type: `T${nth}`, occurredAt: 100n, recordedAt: 200n, ...times }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  await store().readModels.stepSearch();
});

async function found(): Promise<readonly FoundEvent[]> {
  const page = await store().foundPage({
    namespace: 'main',
    query: { kind: 'all' },
    sort: 'recorded',
    direction: 'asc',
    after: null,
    limit: 10,
  });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.events;
}

it('say which of their times are ours', async () => {
  const events = await found();
  expect(events.map(({ type }) => type)).toEqual(['T0', 'T1', 'T2']);
  expect(events.map(({ occurredIsOurs }) => occurredIsOurs)).toEqual([false, true, false]);
  expect(events.map(({ recordedIsOurs }) => recordedIsOurs)).toEqual([false, false, true]);
});

it('are the same for more than there are connections, all at once', async () => {
  const alone = await found();
  // One connection after the other becomes idle, and is taken by whoever reads beside.
  for (const all of await Promise.all(Array.from({ length: 60 }, found))) expect(all).toEqual(alone);
});
