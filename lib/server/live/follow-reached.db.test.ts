import { describe, expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { followReached } from './follow-reached.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };
const QUICK = { restMs: 20, apartMs: 1 };

async function append(count: number): Promise<void> {
  const items = Array.from({ length: count }, () => ({ event: newEvent() }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
}

describe('how far the read models are', () => {
  it('is told at first, then each time that they have moved, and in between that nothing has', async () => {
    const stop = new AbortController();
    const told = followReached(viewer, app(), stop.signal, QUICK);
    const next = async () => (await told.next()).value;
    expect(await next()).toEqual({ searchedTo: '0', changedTo: '0' });
    expect(app().followers.areThere).toBe(true);
    expect(await next()).toBeNull();
    await append(3);
    await catchUp(viewer, app());
    const reached: unknown[] = [];
    while (reached.length < 5) {
      const now = await next();
      if (now !== null) reached.push(now);
      if (JSON.stringify(now) === '{"searchedTo":"3","changedTo":"3"}') break;
    }
    expect(reached.at(-1)).toEqual({ searchedTo: '3', changedTo: '3' });
    expect(await next()).toBeNull();
    stop.abort();
    expect((await told.next()).done).toBe(true);
    expect(app().followers.areThere).toBe(false);
  });

  it('is told to nobody who has gone', async () => {
    const told = followReached(viewer, app(), AbortSignal.abort(), QUICK);
    expect((await told.next()).done).toBe(true);
  });
});
