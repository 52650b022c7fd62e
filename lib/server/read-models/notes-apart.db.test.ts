import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { writeNote } from '../write-note.ts';

const viewer = { name: 'test' };
const { app, store, database } = appForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

it('leaves a note out of the change log in the midst of a step', async () => {
  const append = async (a: number) => {
    const event = newEvent({ entityType: 'order', entityId: '1', payload: `{"a":${a}}` });
    const receipt = await store().append({ namespace: 'main', atomic: true, items: [{ event }] });
    expect(receipt.ok).toBe(true);
  };
  await append(1);
  const noted = await writeNote(
    viewer,
    app(),
    { namespace: 'main', type: 'order', id: '1' },
    {
      eventId: 'note-1',
      author: 'ann',
      expectedVersion: null,
      change: { what: 'add', on: { axis: 'recorded', from: 1, to: null, path: null }, text: 'Seen.' },
    },
  );
  expect(noted).toMatchObject({ ok: true });
  await append(2);
  // One step and no other: whoever steps on would go around a note that a fold stumbles over, one event after the other.
  const { config, changes } = app();
  expect(await store().readModels.stepChanges(config.foldBasis, changes.changes)).toBe(3n);
  const { rows } = await client.query('SELECT position, value FROM change ORDER BY position');
  expect(rows).toEqual([
    { position: '1', value: '1' },
    { position: '3', value: '2' },
  ]);
});
