import { beforeAll, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { findEntities } from './find-entities.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const ENTITIES = 600;

beforeAll(async () => {
  await store().registerProjection('main', 'order', 'merge', 'test');
  // Each has a field of a name that no other has, below the same place.
  const items = Array.from({ length: ENTITIES }, (_, nth) => ({
    event: newEvent({
      entityId: `o-${nth}`,
      payload: JSON.stringify({ parcels: { [`p-${nth}`]: nth }, lines: [nth] }),
    }),
  }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  await catchUp(viewer, app());
});

async function valuesOf(id: string, columns: readonly string[]) {
  const found = await findEntities(viewer, app(), {
    ...{
      namespace: 'main',
      text: `id:${id}`,
      zone: 'UTC',
      asOf: 'latest',
      axis: 'recorded',
      withRemoved: false,
    },
    ...{ columns, after: null, limit: 10 },
  });
  if (!found.ok) throw new Error(found.error.message);
  return Object.fromEntries(found.value.entities[0]?.values.map(({ path, value }) => [path, value]) ?? []);
}

it('says of an object that it holds other fields, whatever those of other entities are called', async () => {
  for (const nth of [0, ENTITIES - 1])
    expect(await valuesOf(`o-${nth}`, ['/parcels', 'lines', '/nothing'])).toEqual({
      '/parcels': '',
      '/lines': `[${nth}]`,
    });
});

it('takes a path with points', async () => {
  expect(await valuesOf('o-7', ['parcels.p-7', 'parcels.p-8'])).toEqual({ '/parcels/p-7': '7' });
});
