import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { openStore } from './index.ts';

const { store, another } = storeForTests();
const start = { namespace: 'main', source: 'a.log', format: 'ndjson', options: '{}' };

describe('an import', () => {
  it('is kept with its counts and its refused lines', async () => {
    const id = await store().beginImport(start);
    const items = [newEvent(), newEvent()].map((event) => ({ event }));
    await store().append({ namespace: 'main', atomic: false, items, importId: id });
    await store().append({ namespace: 'main', atomic: false, items, importId: id });
    await store().recordRefusals(id, [{ place: 'a.log:3', code: 'CS-101', reason: 'not JSON: \0\ud800' }]);
    await store().recordRefusals(id, [{ place: 'a.log:4', code: 'CS-101', reason: 'not JSON' }]);
    const [running] = await store().imports(1);
    expect(running).toMatchObject({
      ...start,
      id,
      added: 2,
      alreadyThere: 2,
      refused: 2,
      finishedAt: null,
      digest: null,
    });

    await store().finishImport(id, { read: 6, alreadyThere: 2, refused: 2, digest: 'ab' });
    const [finished] = await store().imports(1);
    expect(finished).toMatchObject({ read: 6, added: 2, alreadyThere: 2, refused: 2, digest: 'ab' });
    expect(finished?.finishedAt).toBeGreaterThanOrEqual(finished?.startedAt ?? 0n);
    expect(finished?.refusals).toEqual([
      { place: 'a.log:3', code: 'CS-101', reason: 'not JSON: \ufffd\ufffd' },
      { place: 'a.log:4', code: 'CS-101', reason: 'not JSON' },
    ]);
  });

  it('shows a hundred refused lines, counts all, and the newest import comes first', async () => {
    const id = await store().beginImport(start);
    const lines = Array.from({ length: 10_050 }, (_, n) => ({
      place: `a.log:${n}`,
      code: 'CS-101',
      reason: '',
    }));
    await store().recordRefusals(id, lines.slice(0, 9_000));
    await store().recordRefusals(id, lines.slice(9_000));
    await store().recordRefusals(id, []);
    const all = await store().imports(10);
    expect(all[0]).toMatchObject({ id, refused: 10_050 });
    expect(all[0]?.refusals).toEqual(lines.slice(0, 100));
    expect(all.map((record) => record.id)).toEqual(
      [...all.map((record) => record.id)].sort((a, b) => (a > b ? -1 : 1)),
    );
  });
});

describe('settings and secrets', () => {
  it('are put and read', async () => {
    expect(await store().setting('demo')).toBeNull();
    await store().putSetting('demo', '1');
    await store().putSetting('demo', '2');
    expect(await store().setting('demo')).toBe('2');
  });

  it('the key of event ids is made once, whoever asks first', async () => {
    const second = await another();
    const keys = await Promise.all([store(), second, store(), second].map((one) => one.eventIdKey()));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a projection', () => {
  it('is registered by the first, and others are told', async () => {
    expect(await store().projectionOf('main', 'order')).toBeNull();
    expect(await store().registerProjection('main', 'order', 'merge', 'a.log')).toBe('merge');
    expect(await store().registerProjection('main', 'order', 'row', 'b.log')).toBe('merge');
    expect(await store().projectionOf('main', 'order')).toBe('merge');
    expect(await store().projectionOf('other', 'order')).toBeNull();
    expect((await store().overview('main')).types).toMatchObject([{ entityType: 'order', kind: 'merge' }]);
  });
});

describe('a store that is closed or cannot be reached', () => {
  it('closes twice without complaint', async () => {
    const own = await another();
    await own.close();
    await own.close();
  });

  it('is said when it is opened', async () => {
    await expect(openStore('postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow(/ECONNREFUSED/);
  });
});
