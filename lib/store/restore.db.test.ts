import { beforeAll, describe, expect, it } from 'vitest';
import { newEvent, restoredItem } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { AppendItem, LogEvent, RestoredCommitment, Store } from './store.ts';

const from = storeForTests();
const to = storeForTests();
let log: readonly LogEvent[] = [];

beforeAll(async () => {
  const links = [{ entityType: 'user', entityId: 'u1', role: 'approver' }];
  const events = [
    newEvent({ entityId: 'a', recordedAt: null, occurredAt: null, links, actor: 'ann', metadata: '{}' }),
    newEvent({ entityId: 'b', removed: true, payload: '{"n":1.10}' }),
    // The clock goes back behind the first, whose time was filled in.
    newEvent({ entityId: 'a', recordedAt: 5n, flags: 4, occurredText: '23:59:60', sourceRef: 'a:1' }),
  ];
  await from.store().append({ namespace: 'main', atomic: true, items: events.map((event) => ({ event })) });
  await from
    .store()
    .append({ namespace: 'other', atomic: true, items: [{ event: newEvent({ entityId: 'a' }) }] });
  log = await from.store().eventsFrom(0n, 100);
});

async function restore(store: Store, items: readonly AppendItem[], namespace = 'main') {
  const result = await store.append({ namespace, atomic: false, items });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const altered = (
  index: number,
  event: Partial<LogEvent>,
  restored: Partial<RestoredCommitment> = {},
): AppendItem => {
  const whole = log[index];
  if (whole === undefined) throw new Error('no such event');
  const item = restoredItem({ ...whole, ...event });
  return item.restored === undefined ? item : { ...item, restored: { ...item.restored, ...restored } };
};

describe('a log restored elsewhere', () => {
  it.each<[string, () => AppendItem]>([
    ['an altered payload', () => altered(0, { payload: '{"a":2}' })],
    ['an altered actor', () => altered(0, { actor: 'bob' })],
    ['an altered time', () => altered(0, { occurredAt: 7n })],
    ['an altered link', () => altered(0, { links: [] })],
    ['another version', () => altered(0, {}, { version: 2 })],
    ['a later event before an earlier', () => altered(2, {})],
    ['another namespace', () => altered(0, {}, { namespace: 'x' })],
    ['another stream key', () => altered(0, {}, { streamKey: 'f'.repeat(32) })],
    ['a stream key of another form', () => altered(0, {}, { streamKey: 'x' })],
    ['flags that are none', () => altered(0, {}, { flags: -1 })],
    ['flags of another clock', () => altered(0, {}, { flags: 3 + 16 })],
    ['an instant of no year', () => altered(0, {}, { ingestedAt: 10n ** 18n })],
    ['salts of another length', () => altered(0, {}, { salts: 'ab' })],
    ['another leaf hash', () => altered(0, {}, { leafHash: 'f'.repeat(64) })],
  ])('refuses %s', async (_, item) => {
    const receipt = await restore(to.store(), [item()]);
    expect(receipt.outcomes).toMatchObject([{ kind: 'refused', code: 'CS-303' }]);
  });

  it('has the same leaves, the same root and the same events', async () => {
    // The namespace that is asked for does not matter: each event goes where its commitment says.
    expect(await restore(to.store(), log.map(restoredItem), 'elsewhere')).toMatchObject({ added: 4 });
    expect(await to.store().eventsFrom(0n, 100)).toEqual(log);
    const [before, after] = await Promise.all([from, to].map(({ store }) => store().verify(() => undefined)));
    expect(after).toEqual(before);
    expect(after?.problems).toEqual([]);
    for (const namespace of ['main', 'other']) {
      const ref = { namespace, entityType: 'order', entityId: 'a' };
      const { id: _, ...expected } = (await from.store().stream(ref)) ?? { id: 0n };
      expect(await to.store().stream(ref)).toMatchObject(expected);
    }
  });

  it('adds nothing when it is restored again, there or where it came from', async () => {
    expect(await restore(to.store(), log.map(restoredItem))).toMatchObject({ added: 0, alreadyThere: 4 });
    expect(await restore(from.store(), log.map(restoredItem))).toMatchObject({ added: 0, alreadyThere: 4 });
  });

  it('goes on with new events', async () => {
    const next = { event: newEvent({ entityId: 'a' }), expectedVersion: 2 };
    expect(await restore(to.store(), [next])).toMatchObject({ added: 1 });
    expect((await to.store().verify(() => undefined)).problems).toEqual([]);
  });

  it("refuses an event whose entity is here under another key, and a key that is another entity's", async () => {
    const fresh = newEvent({ entityId: 'fresh' });
    await from.store().append({ namespace: 'main', atomic: true, items: [{ event: fresh }] });
    const exported = (await from.store().eventsFrom(0n, 100)).at(-1);
    if (exported === undefined) throw new Error('nothing was exported');
    await to
      .store()
      .append({ namespace: 'main', atomic: true, items: [{ event: newEvent({ entityId: 'fresh' }) }] });
    const other = restoredItem({ ...exported, version: 2 });
    expect((await restore(to.store(), [other])).outcomes).toMatchObject([
      { kind: 'refused', code: 'CS-303' },
    ]);
    const stolen = restoredItem({ ...exported, entityId: 'thief', streamKey: log[0]?.streamKey ?? '' });
    expect((await restore(to.store(), [stolen])).outcomes).toMatchObject([
      { kind: 'refused', code: 'CS-303' },
    ]);
    const same = restoredItem(exported);
    const twice = await restore(to.store(), [{ event: fresh }, same]);
    expect(twice.outcomes).toMatchObject([{ kind: 'added' }, { kind: 'refused', code: 'CS-302' }]);
  });
});
