import { expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store } = storeForTests();

it('lists what events led to in other streams of the namespace, each once, and counts what it does not list', async () => {
  const elsewhere = (entityId: string, parts: Parameters<typeof newEvent>[0]) =>
    newEvent({ entityType: 'payment', entityId, ...parts });
  const events = [
    newEvent({ eventId: 'one', correlationId: 'talk' }),
    newEvent({ eventId: 'two', correlationId: 'talk', causationId: 'one' }),
    newEvent({ eventId: 'three' }),
    elsewhere('a', { type: 'Paid', actor: 'tove', causationId: 'two', correlationId: 'talk' }),
    elsewhere('b', { causationId: 'three' }),
    elsewhere('c', { correlationId: 'talk' }),
    elsewhere('d', { correlationId: 'another talk' }),
    ...Array.from({ length: 1_005 }, () => elsewhere('many', { causationId: 'busy' })),
    newEvent({ eventId: 'busy' }),
  ];
  await store().append({ namespace: 'main', atomic: true, items: events.map((event) => ({ event })) });
  const far = elsewhere('far', { causationId: 'one' });
  await store().append({ namespace: 'elsewhere', atomic: true, items: [{ event: far }] });
  const stream = await store().stream({ namespace: 'main', entityType: 'order', entityId: '4711' });
  const of = async (versions: readonly number[], limit: number) => {
    const { rows, ...counted } = await store().consequencesOf(stream?.id ?? 0n, versions, limit);
    return { ...counted, rows: rows.map(({ entityId, how, of: by }) => `${entityId}: ${how} ${by}`) };
  };
  expect(await of([1, 2, 3], 9)).toEqual({
    total: 3,
    isMore: false,
    rows: ['a: caused 2', 'b: caused 3', 'c: conversation 1'],
  });
  expect(await of([1, 2], 1)).toEqual({ total: 2, isMore: false, rows: ['a: caused 2'] });
  expect(await of([], 9)).toEqual({ total: 0, isMore: false, rows: [] });
  expect(await of([4], 1)).toEqual({ total: 1_000, isMore: true, rows: ['many: caused 4'] });
  const { rows } = await store().consequencesOf(stream?.id ?? 0n, [2], 1);
  expect(rows).toMatchObject([
    { entityType: 'payment', version: 1, position: 4n, type: 'Paid', actor: 'tove', recordedAt: 2_000_000n },
  ]);
  expect(Object.keys(rows[0] ?? {})).not.toContain('total');
});
