import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';
import { appOver } from '../app.fixture.ts';
import type { App } from '../app.ts';
import { configForTests } from '../config.fixture.ts';
import { FoldPool } from '../fold/fold-pool.ts';
import { catchUp } from './catch-up.ts';

const CONFIG = `
import { defineConfig, type ReducerEvent } from '#config';

type Any = Record<string, unknown>;

export default defineConfig({
  namespaces: {
    main: {
      entities: {
        basket: {
          on: {
            Added: (state: Any, event: ReducerEvent<Any>) => ({ ...state, ...event.payload }),
            Ate: () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); },
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
  const changes = new FoldPool(config(), { workers: 1, eventLimitMs: 60_000, memoryMb: 64 });
  app = { ...appOver(store(), database().url, config()), changes };
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await Promise.all([app.fold.close(), app.changes.close()]);
});

it('goes on behind an event that takes more memory than a fold has, and marks it', async () => {
  const wide = 'x'.repeat(20_000);
  const said = [
    newEvent({ entityType: 'basket', entityId: 'a', type: 'Added', payload: '{"a":1}' }),
    newEvent({ entityType: 'basket', entityId: 'a', type: 'Ate' }),
    newEvent({ entityType: 'basket', entityId: 'a', type: 'Added', payload: '{"a":2}' }),
    // Far more than lies between the database and the fold when it fails.
    ...Array.from({ length: 400 }, (_, nth) =>
      newEvent({
        entityType: 'basket',
        entityId: `b-${nth}`,
        type: 'Added',
        payload: JSON.stringify({ wide }),
      }),
    ),
  ];
  const receipt = await store().append({
    namespace: 'main',
    atomic: true,
    items: said.map((event) => ({ event })),
  });
  expect(receipt.ok).toBe(true);
  expect(await catchUp({ name: 'test' }, app)).toBe(true);
  const marks = await client.query('SELECT position::integer, version, kind, message FROM event_mark');
  expect(marks.rows).toEqual([
    { position: 2, version: 2, kind: 'foldError', message: expect.stringContaining('memory') },
  ]);
  const changed = await client.query(
    `SELECT c.version, c.value FROM change c JOIN stream s ON s.id = c.stream_id WHERE s.entity_id = 'a' ORDER BY c.version`,
  );
  expect(changed.rows).toEqual([
    { version: 1, value: '1' },
    { version: 3, value: '2' },
  ]);
  const { rows } = await client.query('SELECT count(*)::integer AS streams FROM entity_state');
  expect(rows).toEqual([{ streams: 401 }]);
}, 60_000);
