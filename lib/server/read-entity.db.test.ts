import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { readEntity } from './read-entity.ts';

const viewer = { name: 'test' };

describe('what there is about an entity', () => {
  const { app, store } = appForTests();
  const append = (events: readonly Parameters<typeof newEvent>[0][]) =>
    store().append({
      namespace: 'main',
      atomic: true,
      items: events.map((event) => ({ event: newEvent(event) })),
    });
  const question = (id: string) => ({ namespace: 'main', type: 'order', id });

  it('is how many events it has, between which times, and whether it is there', async () => {
    await append([
      { entityId: 'a', eventId: 'a1', recordedAt: 20n, occurredAt: 3n },
      { entityId: 'a', eventId: 'a2', recordedAt: 10n, occurredAt: 1n, removed: true },
    ]);
    expect(await readEntity(viewer, app(), question('a'))).toEqual({
      namespace: 'main',
      entityType: 'order',
      entityId: 'a',
      events: 2,
      removed: true,
      defaultAxis: 'recorded',
      axisReason: null,
      projection: 'replace',
      firstRecorded: 20n,
      lastRecorded: 20n,
      firstOccurred: 1n,
      lastOccurred: 3n,
    });
  });

  it('says why it opens on the occurred axis, and which rule folds it', async () => {
    await append([{ entityId: 'b', eventId: 'b1', recordedAt: null, occurredAt: 5n }]);
    await store().replaceProjection('main', 'order', 'merge', 'test');
    expect(await readEntity(viewer, app(), question('b'))).toMatchObject({
      defaultAxis: 'occurred',
      axisReason: expect.stringContaining('no recorded times'),
      projection: 'merge',
    });
  });

  it('is nothing where no event names it', async () => {
    expect(await readEntity(viewer, app(), question('nobody'))).toBeNull();
    expect(await readEntity(viewer, app(), question('\0'))).toBeNull();
  });
});
