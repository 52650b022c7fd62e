import { describe, expect, it } from 'vitest';
import type { EntityQuery } from '#store';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { appOver } from './app.fixture.ts';
import { countEntities, listEntities } from './read-entities.ts';

const viewer = { name: 'test' };
const ENTITIES = 1_203;

describe('the list of entities', () => {
  const { store, database } = storeForTests();
  const app = () => appOver(store(), database().url);

  it.each([1_000, 999, 5_000])('is whole, page after page of %i', async (limit) => {
    const items = Array.from({ length: ENTITIES }, (_none, nth) => ({
      event: newEvent({ entityId: String(nth).padStart(4, '0'), eventId: `entity-${nth}` }),
    }));
    await store().append({ namespace: 'main', atomic: true, items });
    const ids: string[] = [];
    let after: EntityQuery['after'] | null;
    do {
      const page = await listEntities(viewer, app(), {
        namespace: 'main',
        limit,
        ...(after == null ? {} : { after }),
      });
      if (!page.ok) throw new Error(page.error.message);
      ids.push(...page.value.rows.map(({ entityId }) => entityId));
      after = page.value.next;
    } while (after !== null);
    expect(ids).toEqual(items.map(({ event }) => event.entityId));
    expect(await countEntities(viewer, app(), { namespace: 'main' })).toEqual({ ok: true, value: ENTITIES });
  });
});
