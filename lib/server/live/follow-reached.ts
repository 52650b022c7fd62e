/** How far the read models are, each time that one of them has moved: when it is worth asking again for what is counted from them. */
import { setTimeout as pause } from 'node:timers/promises';
import { databaseProblem } from '#store';
import type { ReachedAnswer } from '#wire';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { Bell } from './bell.ts';

const REST_MS = 15_000;
/** News of one second are one piece of news. */
const APART_MS = 1_000;
/** Between an append and the read models. */
const SOON_MS = 200;

/**
 * First where they are, then each time that they have moved, `apartMs` after the one before at least. null: nothing did for `restMs`. Ends
 * with `stop`.
 */
export async function* followReached(
  _viewer: Viewer,
  { store, followers }: Pick<App, 'store' | 'followers'>,
  stop: AbortSignal,
  { restMs = REST_MS, apartMs = APART_MS } = {},
): AsyncGenerator<ReachedAnswer | null, void, undefined> {
  const bell = new Bell();
  const leave = store.onAppended(bell.ring);
  const quit = followers.join('models');
  stop.addEventListener('abort', quit, { once: true });
  stop.addEventListener('abort', bell.ring, { once: true });
  let told: Reached | null = null;
  try {
    while (!stop.aborted) {
      const now = await reachedBy(store);
      if (now !== null && (now.searchedTo !== told?.searchedTo || now.changedTo !== told.changedTo)) {
        told = now;
        yield { searchedTo: String(now.searchedTo), changedTo: String(now.changedTo) };
        await rest(apartMs, stop);
      } else if (now === null) await rest(apartMs, stop);
      else if (now.searchedTo < now.head || now.changedTo < now.head) await rest(SOON_MS, stop);
      else if (!(await bell.heard(restMs))) yield null;
    }
  } finally {
    stop.removeEventListener('abort', bell.ring);
    leave();
    quit();
  }
}

interface Reached {
  readonly head: bigint;
  readonly searchedTo: bigint;
  readonly changedTo: bigint;
}

/** null: the database is away. It is rung for when it is back. */
async function reachedBy(store: App['store']): Promise<Reached | null> {
  try {
    const [head, models] = await Promise.all([store.readModels.head(), store.readModels.reached()]);
    const of = (name: string) => models.find((model) => model.name === name)?.position ?? 0n;
    return { head, searchedTo: of('search'), changedTo: of('changes') };
  } catch (error) {
    if (databaseProblem(error) === null) throw error;
    return null;
  }
}

const rest = (ms: number, stop: AbortSignal): Promise<unknown> =>
  pause(ms, undefined, { signal: stop }).catch(() => undefined);
