import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase, withClient } from '#database';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { openStore, type Store } from './index.ts';

const { store, database, another } = storeForTests();

const WAIT = { timeout: 15_000, interval: 5 };

/** Counts how often it was called. */
function listener(): { (): void; calls: number } {
  const count = (): void => {
    count.calls += 1;
  };
  count.calls = 0;
  return count;
}

/** The call that says "I listen now" has come. */
async function listening(
  at: Store,
): Promise<{ readonly heard: { calls: number }; readonly end: () => void }> {
  const heard = listener();
  const end = at.onAppended(heard);
  await vi.waitUntil(() => heard.calls > 0, WAIT);
  heard.calls = 0;
  return { heard, end };
}

const append = (at: Store, payloads: readonly string[] = ['{}'], atomic = false) =>
  at.append({
    namespace: 'main',
    atomic,
    items: payloads.map((payload) => ({ event: newEvent({ payload }) })),
  });

async function connections(): Promise<number> {
  const query = `SELECT FROM pg_stat_activity WHERE application_name = 'chronoscope listener' AND datname = current_database()`;
  return withClient(database().url, async (client) => (await client.query(query)).rowCount ?? 0);
}

describe('those who listen for appends', () => {
  it('hear of an append of another process once it can be read', async () => {
    const other = await another();
    const { heard, end } = await listening(store());
    const receipt = await append(other);
    await vi.waitUntil(() => heard.calls > 0, WAIT);
    expect(receipt).toMatchObject({ ok: true, value: { added: 1 } });
    expect(heard.calls).toBe(1);
    end();
  });

  it('hear once of a transaction, however many batches it had, and nothing of one that added nothing', async () => {
    const { heard, end } = await listening(store());
    const batches = async function* () {
      yield [{ event: newEvent() }];
      yield [{ event: newEvent() }];
    };
    const refused = async function* () {
      yield [{ event: newEvent() }];
      yield [{ event: newEvent({ payload: '\0' }) }];
    };
    expect(await store().appendWhole({ namespace: 'main' }, refused())).toMatchObject({
      value: { added: 0 },
    });
    expect(await append(store(), ['{}', '\0'], true)).toMatchObject({ value: { added: 0 } });
    expect(await store().appendWhole({ namespace: 'main' }, batches())).toMatchObject({
      value: { added: 2 },
    });
    await vi.waitUntil(() => heard.calls > 0, WAIT);
    expect(heard.calls).toBe(1);
    end();
  });

  it('hear which streams were appended to, unless they are too many to say', async () => {
    const heard: (ReadonlySet<bigint> | null)[] = [];
    const end = store().onAppended((streams) => heard.push(streams));
    await vi.waitUntil(() => heard.length === 1, WAIT);
    const append = (ids: readonly string[]) =>
      store().append({
        namespace: 'main',
        atomic: true,
        items: ids.map((entityId) => ({ event: newEvent({ entityId }) })),
      });
    await append(['a', 'b', 'a']);
    await append(Array.from({ length: 201 }, (_none, nth) => `of-many-${nth}`));
    await append(Array.from({ length: 200 }, (_none, nth) => `of-many-${nth}`));
    await vi.waitUntil(() => heard.length === 4, WAIT);
    const idOf = async (entityId: string) =>
      (await store().stream({ namespace: 'main', entityType: 'order', entityId }))?.id;
    expect(heard.slice(0, 3)).toEqual([null, new Set([await idOf('a'), await idOf('b')]), null]);
    expect(heard[3]?.size).toBe(200);
    end();
  });

  it('share one connection, which the last one closes', async () => {
    const first = await listening(store());
    const second = listener();
    const endSecond = store().onAppended(second);
    expect(await connections()).toBe(1);
    await append(store());
    await vi.waitUntil(() => first.heard.calls === 1 && second.calls === 1, WAIT);
    first.end();
    first.end();
    await append(store());
    await vi.waitUntil(() => second.calls === 2, WAIT);
    expect(first.heard.calls).toBe(1);
    endSecond();
    await vi.waitUntil(async () => (await connections()) === 0, WAIT);
    const third = await listening(store());
    expect(await connections()).toBe(1);
    third.end();
  });

  it('do not keep the store from closing, and hear nothing afterwards', async () => {
    const closing = await another();
    const connected = await listening(closing);
    const early = listener();
    await closing.close();
    expect(await connections()).toBe(0);
    closing.onAppended(early);
    await append(store());
    expect(await connections()).toBe(0);
    expect([connected.heard.calls, early.calls]).toEqual([0, 0]);
  });

  it('can leave before the connection is there', async () => {
    const closing = await another();
    closing.onAppended(listener())();
    closing.onAppended(listener());
    await closing.close();
    expect(await connections()).toBe(0);
  });
});

describe('when PostgreSQL is killed', () => {
  let dataDir = '';
  let own: Database;
  let listened: Store;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-listeners-'));
    const opened = await openDatabase({ dataDir, create: true, keepRunning: true });
    if (!opened.ok) throw new Error(opened.error.message);
    own = opened.value;
    listened = await openStore(own.url);
  }, 60_000);
  afterAll(async () => {
    await listened.close();
    await own.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('they are told to look again as soon as it is back, and hear of appends as before', async () => {
    const { heard, end } = await listening(listened);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    await vi.waitUntil(() => heard.calls > 0, WAIT);
    await expect.poll(async () => (await append(listened)).ok, WAIT).toBe(true);
    await vi.waitUntil(() => heard.calls > 1, WAIT);
    end();
  });
});

async function postmasterPid(dataDir: string): Promise<number> {
  const record: { readonly home: string | null } = JSON.parse(
    await readFile(path.join(dataDir, 'cluster.json'), 'utf8'),
  );
  const lines = await readFile(path.join(record.home ?? dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(lines.split('\n')[0]);
}
