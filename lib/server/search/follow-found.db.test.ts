import { beforeAll, describe, expect, it } from 'vitest';
import { ok, parseQuery, type Query } from '#core';
import type { SequenceSearch } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { type FollowedSearch, followFound } from './follow-found.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();

async function append(count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, nth) => ({
    event: newEvent({ entityId: 'o-1', payload: JSON.stringify({ [`n${count}`]: nth + 1 }) }),
  }));
  await store().append({ namespace: 'main', atomic: true, items });
}

async function follow(
  text: string,
  after: bigint | null = null,
  followed = app(),
  newest: number | null = null,
): Promise<FollowedSearch> {
  const search = await followFound(viewer, followed, { namespace: 'main', text, zone: 'UTC', after, newest });
  if (!search.ok) throw new Error(search.error.message);
  return search.value;
}

/** The newest events that are found, of all or of a query. */
const newest = (limit: number, query: Query = { kind: 'all' }) =>
  store().foundPage({ namespace: 'main', query, sort: 'position', direction: 'desc', after: null, limit });

beforeAll(async () => {
  await append(1);
  await catchUp(viewer, app());
});

describe('what is told of events as they come', () => {
  it('waits for what they changed', async () => {
    const search = await follow('', 0n);
    const stop = new AbortController();
    const pages = search.pages(stop.signal);
    expect((await pages.next()).value).toMatchObject({ seenTo: 1n, events: [{ changed: 1 }] });
    const next = pages.next();
    await append(3);
    // Searchable, and not folded yet.
    while ((await store().readModels.stepSearch()) !== 4n);
    const folded = catchUp(viewer, app());
    const { value } = await next;
    await folded;
    expect(value?.events.map(({ changed }) => changed)).toEqual([2, 1, 1]);
    stop.abort();
    await pages.return(undefined);
  });

  it('is told without it where the change log does not come on', async () => {
    const search = await follow('');
    const stop = new AbortController();
    const pages = search.pages(stop.signal);
    const next = pages.next();
    await append(2);
    // Nor where it is not searchable.
    expect((await next).value).toMatchObject({ events: [{ changed: null }, { changed: null, changes: [] }] });
    await catchUp(viewer, app());
    stop.abort();
    expect(await newest(2)).toMatchObject({ value: { events: [{ changed: 1 }, { changed: 2 }] } });
    await pages.return(undefined);
  });

  it('is told without it also where the change log has come on a little, to what is not found', async () => {
    const { head: after } = await store().status();
    await append(2);
    await catchUp(viewer, app());
    await append(1);
    while ((await store().readModels.stepSearch()) !== after + 3n);
    const text = `position:>=${after + 3n}`;
    const search = await follow(text, after);
    const stop = new AbortController();
    const pages = search.pages(stop.signal, undefined, 100);
    const next = pages.next();
    expect((await next).value).toMatchObject({ events: [{ changed: null }] });
    await catchUp(viewer, app());
    stop.abort();
    await pages.return(undefined);
  });

  it('is told in time where the change log comes on, but slower than events', async () => {
    const { head: after } = await store().status();
    let looks = 0n;
    const slow = {
      ...app(),
      store: {
        ...store(),
        readModels: {
          ...store().readModels,
          reached: async () => {
            looks += 1n;
            const position = after + looks;
            return (await store().readModels.reached()).map((model) =>
              model.name === 'changes' ? { ...model, position } : model,
            );
          },
        },
      },
    };
    const search = await follow('', after, slow);
    const stop = new AbortController();
    const pages = search.pages(stop.signal, undefined, 100);
    const first = pages.next();
    await append(200);
    await catchUp(viewer, app());
    const told = [...((await first).value?.events ?? [])];
    while (told.length < 200) told.push(...((await pages.next()).value?.events ?? []));
    expect(told.map(({ position }) => position)).toEqual(
      Array.from({ length: 200 }, (_, nth) => String(after + BigInt(nth) + 1n)),
    );
    expect(looks).toBeLessThan(200n);
    stop.abort();
    await pages.return(undefined);
  });

  it.each(['searchable', 'not searchable yet'])(
    'is counted but for the newest, where it is %s',
    async (is) => {
      const { head: after } = await store().status();
      await catchUp(viewer, app());
      const search = await follow('type:*', after, app(), 3);
      const stop = new AbortController();
      const pages = search.pages(stop.signal, undefined, 0);
      await append(245);
      if (is === 'searchable') await catchUp(viewer, app());
      const { value } = await pages.next();
      expect(value?.passed).toEqual([
        { size: 100, last: after + 100n },
        { size: 100, last: after + 200n },
        { size: 42, last: after + 242n },
      ]);
      const given = value?.events.map(({ position }) => BigInt(position));
      expect(given).toEqual([after + 243n, after + 244n, after + 245n]);
      expect(value?.seenTo).toBe(after + 245n);
      const next = pages.next();
      await append(2);
      expect((await next).value).toMatchObject({ passed: [], events: [{}, {}], seenTo: after + 247n });
      // More than a page.
      await append(2_300);
      const [first, second] = [(await pages.next()).value, (await pages.next()).value];
      const told = [first, second].map((news) => [
        ...(news?.passed.map(({ size }) => size) ?? []),
        ...(news?.events.map(() => 1) ?? []),
      ]);
      expect(told.flat().reduce((sum, size) => sum + size, 0)).toBe(2_300);
      expect([first?.events.length, second?.events.length]).toEqual([3, 3]);
      expect(second?.seenTo).toBe(after + 2_547n);
      await catchUp(viewer, app());
      stop.abort();
      await pages.return(undefined);
    },
  );

  it('is not lost where the search is built anew in the middle of a look', async () => {
    const { head: after } = await store().status();
    await catchUp(viewer, app());
    let looks = 0;
    const rebuilt = {
      ...app(),
      store: {
        ...store(),
        foundPage: async (query: Parameters<ReturnType<typeof store>['foundPage']>[0]) => {
          looks += 1;
          // The first is asked before anything is followed.
          return looks === 2
            ? ok({ events: [], isMore: false, searchedTo: 0n })
            : await store().foundPage(query);
        },
      },
    };
    const search = await follow('', after, rebuilt, 3);
    const stop = new AbortController();
    const pages = search.pages(stop.signal, undefined, 0);
    await append(12);
    const { value } = await pages.next();
    expect(looks).toBe(3);
    expect(value?.passed).toEqual([{ size: 9, last: after + 9n }]);
    expect(value?.events.length).toBe(3);
    await catchUp(viewer, app());
    stop.abort();
    await pages.return(undefined);
  });

  it('is looked at where it is known what changed, by a search that asks for that', async () => {
    const search = await follow('-path:/n9');
    const { after } = search;
    const stop = new AbortController();
    const pages = search.pages(stop.signal, 5, 0);
    await append(9);
    while ((await store().readModels.stepSearch()) !== after + 9n);
    const read = parseQuery('-path:/n9', { now: 0n, zone: 'UTC' });
    if (!read.ok) throw new Error(read.error.message);
    const { query } = read.value;
    expect(await newest(3, query)).toMatchObject({
      value: { searchedTo: after, events: [{ position: after }, {}, {}] },
    });
    const sequence: SequenceSearch = {
      ...{ namespace: 'main', where: query, steps: [{ kind: 'all' }], by: 'entity', axis: 'recorded' },
    };
    const sequences = await store().sequenceEvents(sequence, 'page', () => undefined);
    expect(sequences).toMatchObject({ value: { searchedTo: after } });
    expect((await pages.next()).value).toEqual({ passed: [], events: [], seenTo: after });
    await catchUp(viewer, app());
    // All of the nine set the field, the next one takes it away, and the last one is found.
    await append(1);
    await append(1);
    await catchUp(viewer, app());
    const told: unknown[] = [];
    while (told.length === 0) told.push(...((await pages.next()).value?.events ?? []));
    expect(told).toMatchObject([{ changed: 0 }]);
    stop.abort();
    await pages.return(undefined);
  });

  it('asks for a page when there is one, and no sooner', async () => {
    let pages = 0;
    let looks = 0;
    const counting = {
      ...app(),
      store: {
        ...store(),
        foundPage: (query: Parameters<ReturnType<typeof store>['foundPage']>[0]) => {
          pages += 1;
          return store().foundPage(query);
        },
        readModels: {
          ...store().readModels,
          reached: () => {
            looks += 1;
            return store().readModels.reached();
          },
        },
      },
    };
    const search = await follow('', null, counting);
    const { after } = search;
    const stop = new AbortController();
    const told = search.pages(stop.signal);
    const next = told.next();
    await append(2);
    while ((await store().readModels.stepSearch()) !== after + 2n);
    const before = looks;
    while (looks < before + 4) await store().readModels.head();
    const asked = pages;
    await catchUp(viewer, app());
    expect((await next).value).toMatchObject({ seenTo: after + 2n, events: [{}, {}] });
    expect([asked, pages]).toEqual([1, 2]);
    stop.abort();
    await told.return(undefined);
  });

  it('is told from time to time that the log was looked at, though nothing comes', async () => {
    const search = await follow('');
    const stop = new AbortController();
    const pages = search.pages(stop.signal, 5);
    expect(app().followers.areThere).toBe(false);
    expect((await pages.next()).value).toEqual({ passed: [], events: [], seenTo: search.after });
    // Somebody waits, until they have gone, which they may while a page is in their hands.
    expect(app().followers.areThere).toBe(true);
    stop.abort();
    expect(app().followers.areThere).toBe(false);
    await pages.return(undefined);
    expect(app().followers.areThere).toBe(false);
  });
});
