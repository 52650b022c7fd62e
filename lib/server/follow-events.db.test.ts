import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Store } from '#store';
import type { EventDetail } from '#wire';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import type { App } from './app.ts';
import { followEvents } from './follow-events.ts';
import { FollowedStreams, LIVE_PAGE } from './live/followed-streams.ts';

const { app, store } = appForTests();
const viewer = { name: 'test' };

async function append(id: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_none, nth) => ({
    event: newEvent({ entityId: id, payload: `{"nth":${nth},"exact":1.10}` }),
  }));
  expect(await store().append({ namespace: 'main', atomic: true, items })).toMatchObject({
    value: { added: count },
  });
}

/** The pages of a stream, over a store of which the test may change something. */
async function follow(id: string, after: number | null, changed: Partial<Store> = {}, restMs = 60_000) {
  const parts = { ...app(), store: { ...store(), ...changed } };
  return followOver({ ...parts, followed: new FollowedStreams(parts) }, id, after, restMs);
}

async function followOver(over: App, id: string, after: number | null, restMs = 60_000) {
  const live = await followEvents(viewer, over, { namespace: 'main', type: 'order', id, after });
  if (!live.ok || live.value === null) throw new Error('there is nothing to follow');
  const stop = new AbortController();
  return { pages: live.value.pages(stop.signal, restMs), stop, from: live.value.after };
}

const versions = (page: readonly EventDetail[] | undefined) => page?.map(({ version }) => version);
const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_none, nth) => first + nth);

async function nextVersions(pages: AsyncGenerator<readonly EventDetail[], void, undefined>) {
  const { value } = await pages.next();
  return versions(value ?? undefined);
}

describe('following the events of an entity', () => {
  it('gives what is there page by page, then what is appended, each once and as it was written', async () => {
    await append('whole', 2 * LIVE_PAGE + 5);
    const { pages, stop } = await follow('whole', 0);
    expect(await nextVersions(pages)).toEqual(upTo(1, LIVE_PAGE));
    expect(await nextVersions(pages)).toEqual(upTo(LIVE_PAGE + 1, 2 * LIVE_PAGE));
    expect(await nextVersions(pages)).toEqual(upTo(2 * LIVE_PAGE + 1, 2 * LIVE_PAGE + 5));
    const next = pages.next();
    await append('whole', 1);
    expect((await next).value).toMatchObject([
      { version: 2 * LIVE_PAGE + 6, payload: '{"nth":0,"exact":1.10}' },
    ]);
    stop.abort();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  it('begins at the head where no version is named, and hears of no other entity', async () => {
    await append('new-only', 3);
    const { pages, stop, from } = await follow('new-only', null);
    expect(from).toBe(3);
    const next = nextVersions(pages);
    await append('another', 1);
    await append('new-only', 2);
    expect(await next).toEqual([4, 5]);
    stop.abort();
  });

  it('says with an empty page that nothing came', async () => {
    await append('quiet', 1);
    const { pages, stop } = await follow('quiet', null, {}, 1);
    expect(await nextVersions(pages)).toEqual([]);
    expect(await nextVersions(pages)).toEqual([]);
    stop.abort();
  });

  it('reads nothing ahead of a reader who does not ask', async () => {
    await append('slow', 1);
    const eventsOf = vi.fn(store().eventsOf);
    const { pages, stop } = await follow('slow', 0, { eventsOf });
    expect(eventsOf).not.toHaveBeenCalled();
    await nextVersions(pages);
    for (let count = 0; count < 5; count += 1) await append('slow', LIVE_PAGE);
    expect(eventsOf).toHaveBeenCalledTimes(1);
    expect(await nextVersions(pages)).toEqual(upTo(2, LIVE_PAGE + 1));
    stop.abort();
  });

  it('waits while the database is away, and goes on when the store says that it is back', async () => {
    await append('away', 1);
    let tell = (): void => undefined;
    let away = true;
    const looked = vi.fn();
    const { pages, stop } = await follow('away', 0, {
      onAppended: (listener) => {
        tell = () => listener(null);
        return () => undefined;
      },
      eventsOf: (...asked) => {
        looked();
        return away ? Promise.reject(gone()) : store().eventsOf(...asked);
      },
    });
    const next = nextVersions(pages);
    await vi.waitUntil(() => looked.mock.calls.length === 1);
    tell();
    await vi.waitUntil(() => looked.mock.calls.length === 2);
    away = false;
    tell();
    expect(await next).toEqual([1]);
    stop.abort();
  });

  it('asks the store once for all who follow, and not at all for an append to another entity', async () => {
    await append('many', 1);
    const eventsOf = vi.fn(store().eventsOf);
    const parts = { ...app(), store: { ...store(), eventsOf } };
    const over = { ...parts, followed: new FollowedStreams(parts) };
    const all = await Promise.all(Array.from({ length: 30 }, () => followOver(over, 'many', null)));
    const pages = all.map((one) => nextVersions(one.pages));
    // Each has looked, and the listener has said that it listens.
    await append('other', 1);
    await vi.waitUntil(() => eventsOf.mock.calls.length >= 2);
    await pause(100);
    eventsOf.mockClear();
    for (let count = 0; count < 5; count += 1) await append('other', 1);
    await pause(100);
    expect(eventsOf).not.toHaveBeenCalled();
    await append('many', 1);
    expect(await Promise.all(pages)).toEqual(all.map(() => [2]));
    expect(eventsOf).toHaveBeenCalledTimes(1);
    for (const { stop } of all) stop.abort();
  });

  it('gives every event once and in order to each of many, however fast they are appended', async () => {
    await append('fast', 1);
    const all = await Promise.all(Array.from({ length: 8 }, () => followOver(app(), 'fast', 1)));
    const seen = all.map(async ({ pages, stop }) => {
      const versionsSeen: number[] = [];
      for await (const page of pages) {
        versionsSeen.push(...page.map(({ version }) => version));
        if (versionsSeen.at(-1) === 301) stop.abort();
      }
      return versionsSeen;
    });
    for (let round = 0; round < 100; round += 1)
      await Promise.all([append('fast', 1), append('fast', 2), append(`beside-${round}`, 1)]);
    expect(await Promise.all(seen)).toEqual(all.map(() => upTo(2, 301)));
  });

  it('fails with what is a fault of ours', async () => {
    await append('fault', 1);
    const eventsOf = () => Promise.reject(new Error('a bug'));
    const { pages } = await follow('fault', 0, { eventsOf });
    await expect(pages.next()).rejects.toThrow('a bug');
  });

  it.each([
    ['while it waits', 0],
    ['while nobody asks', 1],
    ['before it began', 2],
  ])('stops listening when it is told to stop %s', async (_when, versionsToCome) => {
    await append(`stop-${versionsToCome}`, 1);
    const leave = vi.fn();
    const onAppended = vi.fn(() => leave);
    const { pages, stop } = await follow(`stop-${versionsToCome}`, versionsToCome === 0 ? 1 : 0, {
      onAppended,
    });
    if (versionsToCome === 2) {
      stop.abort();
      expect(await pages.next()).toMatchObject({ done: true });
    } else {
      const first = pages.next();
      if (versionsToCome === 1) await first;
      stop.abort();
      expect(leave).toHaveBeenCalled();
      expect(await (versionsToCome === 0 ? first : pages.next())).toMatchObject({ done: true });
    }
    expect(leave).toHaveBeenCalled();
  });

  it('is not for an entity without events, nor for a version that is yet to come', async () => {
    await append('short', 2);
    const ask = (id: string, after: number) =>
      followEvents(viewer, app(), { namespace: 'main', type: 'order', id, after });
    expect(await ask('unknown', 0)).toEqual({ ok: true, value: null });
    expect(await ask('short', 3)).toMatchObject({ ok: false, error: { code: 'CS-111' } });
    expect(await ask('short', 2)).toMatchObject({ ok: true, value: { after: 2 } });
  });
});

function gone(): Error {
  return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
}
