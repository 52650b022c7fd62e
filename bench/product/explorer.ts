/** The use cases of the explorer, in a process of their own, over the log of a shop. */
import type { NewEvent } from '#core';
import {
  type App,
  catchUp,
  compareMoments,
  findEntities,
  findEvents,
  findSequences,
  keepReadModels,
  summariseEvents,
} from '#server';
import type { FoundPlace, SearchClock } from '#store';
import { answering, timed } from '../answering.ts';
import { openedApp } from '../opened-app.ts';
import { recordedAtRate, shopBeginning, shopEvents } from '../shop-log.ts';
import { appendBatch, batches } from '../written-log.ts';
import { arriving, EVERY_MS } from './arriving.ts';
import { followed } from './followed.ts';

const VIEWER = { name: 'bench' };
const BATCH = 5_000;
const PAGE = 50;
/** So many read models of the whole store. */
const MODELS = 3;
const NAMESPACE = 'main';
const ASKED = { namespace: NAMESPACE, zone: 'UTC' } as const;

interface AskedPage {
  readonly text: string;
  /** Where it begins by the clock, or the position, of its order; null: at the end that comes first. */
  readonly at: bigint | null;
  readonly sort?: SearchClock;
  readonly direction?: 'asc' | 'desc';
}

interface EntityKey {
  readonly entityType: string;
  readonly entityId: string;
}

let app: App | null = null;

answering({
  open: async ({ url }: { url: string }) => {
    app = await openedApp(url);
    for (const type of ['cart', 'order', 'customer'])
      await running().store.registerProjection(NAMESPACE, type, 'merge', 'bench');
  },
  /** Milliseconds for the log alone. */
  append: (asked: Beginning) => {
    const made = madeReady(asked);
    return timed(() => appendAll(made)).then(({ ms }) => ms);
  },
  /** The same, until the read models are at its head; they follow from the first event on. */
  appendKept: async (asked: Beginning) => {
    const made = madeReady(asked);
    const keeper = keepReadModels(running(), (model, problem) => {
      throw new Error(`${model}: ${problem.message}`);
    });
    const taken = await timed(async () => {
      await appendAll(made);
      await whenAtHead();
    });
    await keeper.stop();
    return taken.ms;
  },
  /** A large log, written and then taken in; nothing of it lies in memory. */
  fill: async ({ count, seed }: { count: number; seed: number }) => {
    for (const batch of batches(shopEvents(count, seed), BATCH)) await appendBatch(running().store, batch);
    await catchUp(VIEWER, running());
  },
  /** Milliseconds, and how many events there are by type in all; `most`: of so many of the newest, where it is not known of all. */
  histogram: async ({ text, most }: { text: string; most?: number }) => {
    const { ms, value } = await timed(() =>
      summariseEvents(VIEWER, running(), {
        ...ASKED,
        text,
        axis: 'recorded',
        ...(most === undefined ? {} : { most }),
      }),
    );
    return { ms, events: given(value).events, buckets: given(value).counts.length };
  },
  page: async ({ text, at, sort = 'recorded', direction = 'desc' }: AskedPage) => {
    // In the order of the log a place is a position.
    const after: FoundPlace | null = at === null ? null : { at, position: sort === 'position' ? at : 0n };
    const { ms, value } = await timed(() =>
      findEvents(VIEWER, running(), {
        ...ASKED,
        text,
        sort,
        direction,
        after,
        limit: PAGE,
      }),
    );
    return { ms, events: given(value).events.length };
  },
  /** `behind`: the key that the page comes after; null: the first one. */
  entities: async ({ text, at, behind = null }: { text: string; at: bigint; behind?: EntityKey | null }) => {
    const { ms, value } = await timed(() =>
      findEntities(VIEWER, running(), {
        ...ASKED,
        text,
        asOf: isoOf(at),
        axis: 'recorded',
        withRemoved: false,
        columns: ['/status'],
        after: behind,
        limit: PAGE,
      }),
    );
    return { ms, ids: given(value).entities.map(({ entityType, entityId }) => `${entityType}/${entityId}`) };
  },
  compare: async ({ from, to }: { from: bigint; to: bigint }) => {
    const { ms, value } = await timed(() =>
      compareMoments(VIEWER, running(), {
        namespace: NAMESPACE,
        from: isoOf(from),
        to: isoOf(to),
        after: null,
        limit: PAGE,
        became: null,
        entityType: null,
      }),
    );
    const events = given(value).types.reduce((sum, type) => sum + type.events, 0);
    return { ms, events };
  },
  /** Milliseconds, and how many starts reached the end. */
  sequence: async ({ text }: { text: string }) => {
    const { ms, value } = await timed(() =>
      findSequences(VIEWER, running(), {
        ...ASKED,
        text,
        reached: null,
        after: null,
        limit: PAGE,
        takes: 'all',
      }),
    );
    return { ms, starts: given(value).stages.at(-1)?.starts ?? 0 };
  },
  /** When the first batch was due, and how many were appended a second; whoever keeps read models is another process. */
  arrive: ({ rate, seconds, seed }: { rate: number; seconds: number; seed: number }) =>
    arriving(running(), [
      ...batches(shopBeginning(rate * seconds, recordedAtRate(rate), seed), (rate * EVERY_MS) / 1_000),
    ]),
  follow: (asked: { after: bigint; events: number }) => followed(running(), VIEWER, asked),
  close: async () => {
    await app?.close();
    app = null;
  },
});

function running(): App {
  if (app === null) throw new Error('The app was not opened.');
  return app;
}

/** The first `count` events of a log of `of`, or of one that has no more. */
interface Beginning {
  readonly count: number;
  readonly of?: number;
  readonly seed: number;
}

function madeReady({ count, of = count, seed }: Beginning): readonly (readonly NewEvent[])[] {
  return [...batches(shopBeginning(count, of, seed), BATCH)];
}

async function appendAll(made: readonly (readonly NewEvent[])[]): Promise<void> {
  for (const batch of made) await appendBatch(running().store, batch);
}

async function whenAtHead(): Promise<void> {
  const { store } = running();
  const head = await store.readModels.head();
  for (;;) {
    const reached = await store.readModels.reached();
    if (reached.length === MODELS && reached.every(({ position }) => position >= head)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function given<T>(
  answer: { ok: true; value: T } | { ok: false; error: { code: string; message: string } },
): T {
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  return answer.value;
}

const isoOf = (micros: bigint): string => new Date(Number(micros / 1_000n)).toISOString();
