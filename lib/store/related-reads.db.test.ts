import { beforeAll, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store } = storeForTests();

beforeAll(async () => {
  const events = [
    newEvent({ eventId: 'cause', correlationId: 'talk' }),
    newEvent({ eventId: 'effect', entityType: 'payment', causationId: 'cause', correlationId: 'talk' }),
    newEvent({ eventId: 'other effect', entityId: 'x', causationId: 'cause' }),
    newEvent({ eventId: 'cause', source: 'another', entityId: 'y', correlationId: 'talk' }),
  ];
  const items = events.map((event) => ({ event }));
  await store().append({ namespace: 'main', atomic: true, items });
  const elsewhere = newEvent({ eventId: 'far', causationId: 'cause', correlationId: 'talk' });
  await store().append({ namespace: 'elsewhere', atomic: true, items: [{ event: elsewhere }] });
});

it('an id means the event of the same source before one of another, and only in its namespace', async () => {
  expect(await store().eventById('main', 'test', 'cause')).toMatchObject({ entityId: '4711', version: 1 });
  expect(await store().eventById('main', 'another', 'cause')).toMatchObject({ entityId: 'y' });
  expect(await store().eventById('main', 'unheard', 'effect')).toMatchObject({ entityType: 'payment' });
  expect(await store().eventById('main', 'test', 'far')).toBeNull();
  expect(await store().eventById('main', 'test', 'none')).toBeNull();
});

it('an id alone means one event of each source that has it', async () => {
  const found = async (id: string) =>
    (await store().eventsById('main', id)).map(({ source, entityId, position }) => [
      source,
      entityId,
      position,
    ]);
  expect(await found('cause')).toEqual([
    ['test', '4711', 1n],
    ['another', 'y', 4n],
  ]);
  expect(await found('far')).toEqual([]);
});

it('what was caused and the conversation are listed across entities, and what is not listed is counted', async () => {
  const caused = await store().eventsWith('main', 'causation', 'cause', 10);
  expect(caused.rows.map(({ entityType, entityId }) => `${entityType}/${entityId}`)).toEqual([
    'payment/4711',
    'order/x',
  ]);
  expect(await store().eventsWith('main', 'correlation', 'talk', 2)).toMatchObject({
    rows: [{ version: 1 }, { entityType: 'payment' }],
    total: 3,
    isMore: false,
  });
});
