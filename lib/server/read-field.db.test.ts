import { expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { readField } from './read-field.ts';

const viewer = { name: 'test' };
const QUESTION = { namespace: 'main', type: 'order', id: 'o-1', axis: null, path: '/a' } as const;
const { store, app } = appForTests();

it('gives the whole values of an object page by page, and says where to go on', async () => {
  const payloads = [
    '{"a":1}',
    '{"a":{"x":1,"y":{}}}',
    '{"a":{"x":1,"y":{}},"b":1}',
    '{"a":{"x":2}}',
    '{"b":2}',
  ];
  await store().append({
    namespace: 'main',
    atomic: true,
    items: payloads.map((payload, index) => ({
      event: newEvent({ entityId: 'o-1', eventId: `e${index}`, payload }),
    })),
  });
  const pageBehind = async (after: number) => {
    const page = await readField(viewer, app(), { ...QUESTION, after }, { events: 2, work: 1_000 });
    if (!page.ok || page.value === null) throw new Error('There is no page.');
    return {
      values: page.value.values.map(({ text, event }) => [event.version, text]),
      next: page.value.next,
    };
  };
  const first = await pageBehind(0);
  expect(first).toEqual({
    values: [
      [1, '1'],
      [2, '{"x":1,"y":{}}'],
    ],
    next: 3,
  });
  expect(await pageBehind(first.next ?? 0)).toEqual({
    values: [
      [4, '{"x":2}'],
      [5, null],
    ],
    next: null,
  });
  expect(await readField(viewer, app(), { ...QUESTION, after: 6 })).toMatchObject({
    error: { code: 'CS-111' },
  });
});
