import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { openStore } from './postgres-store.ts';
import type { AppendItem, Store } from './store.ts';

const { database } = storeForTests();
let freeBytes = 0;
let store: Store;
beforeAll(async () => {
  store = await openStore(database().url, async () => freeBytes);
});
afterAll(() => store.close());

const item = (): AppendItem => ({ event: newEvent({ entityId: 'a' }) });
const head = async (): Promise<bigint> => (await store.status()).head;

describe('a disk that is nearly full', () => {
  it('takes no append, and takes it again once there is room', async () => {
    freeBytes = LIMITS.freeBytes - 1;
    const request = { namespace: 'main', items: [item()], atomic: false };
    expect(await store.append(request)).toMatchObject({ ok: false, error: { code: 'CS-323' } });
    expect(await head()).toBe(0n);
    freeBytes = LIMITS.freeBytes;
    expect(await store.append(request)).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it('ends a whole append in its middle, of which nothing is kept', async () => {
    freeBytes = LIMITS.freeBytes;
    const before = await head();
    async function* batches() {
      yield [item(), item()];
      freeBytes -= 1;
      yield [item()];
    }
    const receipt = await store.appendWhole({ namespace: 'main' }, batches());
    expect(receipt).toMatchObject({ ok: false, error: { code: 'CS-323' } });
    expect(await head()).toBe(before);
  });

  it('is said in the status', async () => {
    freeBytes = LIMITS.lowFreeBytes - 1;
    expect(await store.status()).toMatchObject({
      freeBytes,
      roomWarning: expect.stringContaining('1,023 MiB'),
    });
    freeBytes = LIMITS.lowFreeBytes;
    expect(await store.status()).toMatchObject({ freeBytes, roomWarning: null });
  });
});
