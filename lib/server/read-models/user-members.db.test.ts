import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { appOver } from '../app.fixture.ts';
import type { App } from '../app.ts';
import { configForTests } from '../config.fixture.ts';
import { catchUp } from './catch-up.ts';

const CONFIG = `
import { defineConfig, type ReducerEvent } from '#config';

export default defineConfig({
  namespaces: {
    main: {
      entities: {
        told: {
          on: {
            Said: (_: unknown, { actor, source, eventId, correlationId, causationId }: ReducerEvent) =>
              ({ actor, source, eventId, correlationId, causationId }),
          },
        },
      },
    },
  },
});`;

const { store, database } = storeForTests();
const { config } = configForTests(CONFIG);
let app: App;
let client: pg.Client;

beforeAll(async () => {
  app = appOver(store(), database().url, config());
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await Promise.all([app.fold.close(), app.changes.close()]);
});

it('gives code of the user’s all that it may ask of an event, beside streams that need none of it', async () => {
  const said = { actor: 'Ümit\tO.', source: 'crm', eventId: 'e-1', correlationId: 'c-1', causationId: 'a-1' };
  const items = [
    { event: newEvent({ entityType: 'told', entityId: '1', type: 'Said', ...said }) },
    { event: newEvent({ entityType: 'other', entityId: '1', payload: '{"plain":true}' }) },
  ];
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  expect(receipt.ok).toBe(true);
  await catchUp({ name: 'test' }, app);
  const { rows } = await client.query<{ path: string; value: string }>(
    'SELECT p.text AS path, c.value FROM change c JOIN path p ON p.id = c.path_id ORDER BY c.position, p.text',
  );
  expect(rows.map(({ path: at, value }) => [at, JSON.parse(value)])).toEqual([
    ...Object.entries(said)
      .map(([name, value]) => [`/${name}`, value])
      .toSorted(),
    ['/plain', true],
  ]);
});
