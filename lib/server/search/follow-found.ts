/**
 * The new events of a namespace that a query finds, in the order of the log, each once: as they are appended, or as they become searchable where the
 * query asks what they say or changed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  asksForChanges,
  asksForEventsAlone,
  fail,
  ok,
  type Problem,
  type Query,
  type QueryProblem,
  type Result,
} from '#core';
import { databaseProblem, type FoundPage } from '#store';
import type { FoundEventAnswer } from '#wire';
import type { App } from '../app.ts';
import { Bell } from '../live/bell.ts';
import type { Viewer } from '../viewer.ts';
import { foundEventAnswer } from './found-event-answer.ts';
import { readSearchText, type SearchText } from './read-search-text.ts';

const REST_MS = 15_000;
/** Between an append and the read model that searches walk. */
const SOON_MS = 50;
/** How often the change log is waited for, which walks right behind, until it is known to have fallen behind. */
const MOST_WAITS = 10;
const AWAY_MS = 1_000;
/** Each costs as much again as some hundred events. */
const PAGE = 2_000;

export interface FoundNews {
  readonly events: readonly FoundEventAnswer[];
  /** Up to where the log has been looked at: go on behind it. */
  readonly seenTo: bigint;
}

export interface FollowedSearch {
  readonly after: bigint;
  /**
   * A page without events says how far the log was looked at, a quarter of a minute after the one before. The next page is read when it is
   * asked for, so a slow reader has one of them in memory. Ends with `stop`. `mostWaits`: looks for what an event changed, a twentieth of a
   * second each, before it is told without that.
   */
  pages(stop: AbortSignal, restMs?: number, mostWaits?: number): AsyncGenerator<FoundNews, void, undefined>;
}

/**
 * `after`: the position behind which to begin; null: the newest that is in sight, so that only new ones come. CS-111: it is beyond the head.
 * CS-121, CS-124, CS-15x: the query cannot be read or asked.
 */
export async function followFound(
  _viewer: Viewer,
  { store, followers }: Pick<App, 'store' | 'followers'>,
  question: SearchText & { readonly after: bigint | null },
): Promise<Result<FollowedSearch, Problem | QueryProblem>> {
  const read = readSearchText(question);
  if (!read.ok) return read;
  const { head } = await store.status();
  if (question.after !== null && question.after > head)
    return fail('CS-111', `Position @${question.after} is beyond the head of the log, @${head}.`);
  const { query } = read.value;
  const probe = await pageBehind(store, question.namespace, query, head, 1);
  if (!probe.ok) return probe;
  const after = question.after ?? probe.value.searchedTo;
  return ok({
    after,
    pages: async function* (stop, restMs = REST_MS, mostWaits = MOST_WAITS) {
      const leave = followers.join();
      try {
        yield* pagesBehind(store, { namespace: question.namespace, query, after }, stop, {
          restMs,
          mostWaits,
        });
      } finally {
        leave();
      }
    },
  });
}

function pageBehind(
  store: App['store'],
  namespace: string,
  query: Query,
  position: bigint,
  limit: number,
): Promise<Result<FoundPage>> {
  const after = { at: position, position };
  return store.foundPage({ namespace, query, sort: 'position', direction: 'asc', after, limit });
}

async function* pagesBehind(
  store: App['store'],
  { namespace, query, after }: { readonly namespace: string; readonly query: Query; readonly after: bigint },
  stop: AbortSignal,
  { restMs, mostWaits }: { readonly restMs: number; readonly mostWaits: number },
): AsyncGenerator<FoundNews, void, undefined> {
  const bell = new Bell();
  const leave = store.onAppended(bell.ring);
  const stopped = (): void => {
    leave();
    bell.ring();
  };
  stop.addEventListener('abort', stopped, { once: true });
  if (stop.aborted) stopped();
  let seen = after;
  const seesLog = asksForEventsAlone(query);
  const needsChanges = asksForChanges(query);
  let waits = 0;
  let spoke = performance.now();
  const soon = () => pause(SOON_MS, undefined, { signal: stop }).catch(() => undefined);
  try {
    while (!stop.aborted) {
      // Before the page, which then knows what all events up to there changed.
      const reached = await reachedBy(store, stop);
      const { changedTo } = reached;
      const head = await headOf(store, stop);
      // What asks what was changed sees no further than that is known.
      const searchedTo = needsChanges && changedTo < reached.searchedTo ? changedTo : reached.searchedTo;
      const sight = seesLog ? head : searchedTo;
      if (changedTo > seen || changedTo >= sight) waits = 0;
      if (performance.now() - spoke >= restMs) {
        spoke = performance.now();
        yield { events: [], seenTo: seen };
      }
      if (sight <= seen) {
        if (seen < head) await soon();
        else await bell.heard(restMs);
        continue;
      }
      if (changedTo <= seen && waits < mostWaits) {
        waits += 1;
        await soon();
        continue;
      }
      const page = await whenThere(() => pageBehind(store, namespace, query, seen, PAGE), stop);
      if (page === null) continue;
      if (!page.ok) return;
      const { isMore, searchedTo: lookedTo } = page.value;
      const whole = page.value.events.filter(({ position }) => position <= changedTo);
      if (whole.length === 0 && page.value.events.length > 0 && waits < mostWaits) {
        // Up to there was looked, and nothing found.
        if (changedTo > seen) seen = changedTo;
        waits += 1;
        await soon();
        continue;
      }
      // Where the change log does not come on, events are told without what they changed.
      const events = whole.length > 0 ? whole : page.value.events;
      const isCut = isMore || events.length < page.value.events.length;
      // All that is searchable was looked at, whatever was found of it.
      const end = isCut ? events.at(-1)?.position : lookedTo;
      if (end !== undefined && end > seen) seen = end;
      if (events.length > 0) {
        spoke = performance.now();
        yield { events: events.map(foundEventAnswer), seenTo: seen };
      }
      // Of what comes fast, much comes together.
      if (!isCut) await soon();
    }
  } finally {
    stop.removeEventListener('abort', stopped);
    leave();
  }
}

/** A small question: it is asked over and over while events arrive, and the page only when there is one. */
async function reachedBy(
  store: App['store'],
  stop: AbortSignal,
): Promise<{ readonly searchedTo: bigint; readonly changedTo: bigint }> {
  const reached = await whenThere(() => store.readModels.reached(), stop);
  const of = (model: string): bigint => reached?.find(({ name }) => name === model)?.position ?? 0n;
  return { searchedTo: of('search'), changedTo: of('changes') };
}

async function headOf(store: App['store'], stop: AbortSignal): Promise<bigint> {
  return (await whenThere(() => store.readModels.head(), stop)) ?? 0n;
}

/** null: the database was away; it is rung for when it is back, and asked again. */
async function whenThere<T>(ask: () => Promise<T>, stop: AbortSignal): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (databaseProblem(error) === null) throw error;
    await pause(AWAY_MS, undefined, { signal: stop }).catch(() => undefined);
    return null;
  }
}
