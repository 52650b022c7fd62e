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
import { databaseProblem, type FoundEvent, type FoundPage, type LogStretch, STORE_LIMITS } from '#store';
import type { FoundEventAnswer } from '#wire';
import type { App } from '../app.ts';
import { Bell } from '../live/bell.ts';
import type { Viewer } from '../viewer.ts';
import { foundEventAnswer } from './found-event-answer.ts';
import { readSearchText, type SearchText } from './read-search-text.ts';

const REST_MS = 15_000;
/** Between two looks at what is on its way. */
const SOON_MS = 50;
/** For so long an event waits for the change log, which walks right behind. */
const PATIENCE_MS = 500;
const AWAY_MS = 1_000;
/** Each costs as much again as some hundred events. */
const PAGE = 2_000;
/** As many as the page of events asks for at once: whoever scrolls to them asks for one page. */
const PASSED_AT_ONCE = 100;

/** Events that nobody sees as they are while others come, in the order of the log. */
export interface PassedEvents {
  readonly size: number;
  /** The position of the last of them. */
  readonly last: bigint;
}

export interface FoundNews {
  /** In front of `events`. */
  readonly passed: readonly PassedEvents[];
  readonly events: readonly FoundEventAnswer[];
  /** Up to where the log has been looked at: go on behind it. */
  readonly seenTo: bigint;
}

export interface FollowedSearch {
  readonly after: bigint;
  /**
   * A page without events says how far the log was looked at, a quarter of a minute after the one before. The next page is read when it is
   * asked for, so a slow reader has one of them in memory. Ends with `stop`. `patienceMs`: for how long an event waits for what it changed before it is
   * told without that.
   */
  pages(stop: AbortSignal, restMs?: number, patienceMs?: number): AsyncGenerator<FoundNews, void, undefined>;
}

export interface FollowedQuestion extends SearchText {
  /** The position behind which to begin; null: the newest that is in sight, so that only new ones come. */
  readonly after: bigint | null;
  /** Of what comes at once, so many of the newest are told as they are, and the others by how many they are; null: all as they are. */
  readonly newest: number | null;
}

/**
 * CS-111: `after` is beyond the head of the log. CS-121, CS-124, CS-15x: the query cannot be read or asked.
 */
export async function followFound(
  _viewer: Viewer,
  { store, followers }: Pick<App, 'store' | 'followers'>,
  question: FollowedQuestion,
): Promise<Result<FollowedSearch, Problem | QueryProblem>> {
  const read = readSearchText(question);
  if (!read.ok) return read;
  const head = await store.readModels.head();
  if (question.after !== null && question.after > head)
    return fail('CS-111', `Position @${question.after} is beyond the head of the log, @${head}.`);
  const { query } = read.value;
  const probe = await pageBehind(store, question.namespace, query, head, 1);
  if (!probe.ok) return probe;
  const after = question.after ?? probe.value.searchedTo;
  return ok({
    after,
    pages: async function* (stop, restMs = REST_MS, patienceMs = PATIENCE_MS) {
      const leave = followers.join(asksForEventsAlone(query) ? 'log' : 'models');
      stop.addEventListener('abort', leave, { once: true });
      try {
        const { namespace, newest } = question;
        yield* pagesBehind(store, { namespace, query, after, newest }, stop, { restMs, patienceMs });
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
  const order = { sort: 'position', direction: 'asc' } as const;
  return store.foundPage({ namespace, query, ...order, after, limit, isPatient: true });
}

interface FollowedEvents extends Pick<FollowedQuestion, 'namespace' | 'newest'> {
  readonly query: Query;
  readonly after: bigint;
}

async function* pagesBehind(
  store: App['store'],
  { namespace, query, after, newest }: FollowedEvents,
  stop: AbortSignal,
  { restMs, patienceMs }: { readonly restMs: number; readonly patienceMs: number },
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
  const sightOf = sightBy(query);
  const overdue = new Overdue(patienceMs);
  let spoke = performance.now();
  const soon = () => pause(SOON_MS, undefined, { signal: stop }).catch(() => undefined);
  try {
    while (!stop.aborted) {
      // Before the page, which then knows what all events up to there changed.
      const reached = await whenThere(() => reachedBy(store), stop);
      if (performance.now() - spoke >= restMs) {
        spoke = performance.now();
        yield { passed: [], events: [], seenTo: seen };
      }
      if (reached === null) continue;
      const { head, changedTo } = reached;
      const sight = sightOf(reached);
      // Where the change log does not come on, events are told without what they changed.
      const end = least(sight, greatest(changedTo, overdue.upTo(greatest(sight, seen))));
      if (end <= seen) {
        if (seen < head) await soon();
        else await bell.heard(Math.max(0, spoke + restMs - performance.now()));
        continue;
      }
      const limit = Number(least(BigInt(PAGE), end - seen));
      const asked = { namespace, query, newest, above: seen, upTo: end, limit };
      const next = await whenThere(() => nextFound(store, asked, reached), stop);
      if (next === null) continue;
      if (!next.ok) return;
      const { passed, events, isCut } = next.value;
      seen = next.value.seenTo;
      if (events.length > 0) {
        spoke = performance.now();
        yield { passed: passedOf(passed), events: events.map(foundEventAnswer), seenTo: seen };
      }
      // Of what comes fast, much comes together.
      if (!isCut || seen >= end) await soon();
    }
  } finally {
    stop.removeEventListener('abort', stopped);
    leave();
  }
}

interface NextEvents extends LogStretch, Pick<FollowedQuestion, 'newest'> {}

interface NextFound {
  /** In front of `events`. */
  readonly passed: readonly bigint[];
  readonly events: readonly FoundEvent[];
  /** There are more of them in the stretch. */
  readonly isCut: boolean;
  /** All up to there was looked at, whatever was found of it. */
  readonly seenTo: bigint;
}

/** Where many come, they are not searchable yet. */
function nextFound(
  store: App['store'],
  next: NextEvents,
  { searchedTo }: Reached,
): Promise<Result<NextFound>> {
  const { newest, limit, above, query } = next;
  const areMany = newest !== null && limit > newest;
  return areMany && above >= searchedTo && asksForEventsAlone(query)
    ? nextInLog(store, { ...next, newest })
    : nextOfPage(store, next);
}

async function nextOfPage(
  store: App['store'],
  { namespace, query, newest, above, upTo, limit }: NextEvents,
): Promise<Result<NextFound>> {
  const page = await pageBehind(store, namespace, query, above, limit);
  if (!page.ok) return page;
  const events = page.value.events.filter(({ position }) => position <= upTo);
  const isCut = page.value.isMore && events.length === page.value.events.length;
  const last = isCut ? events.at(-1) : undefined;
  const given = newest === null ? events : events.slice(-newest);
  return ok({
    passed: events.slice(0, events.length - given.length).map(({ position }) => position),
    events: given,
    isCut,
    seenTo: last?.position ?? greatest(above, least(upTo, page.value.searchedTo)),
  });
}

/** Only the ones that are told as they are, are read. */
async function nextInLog(
  store: App['store'],
  { newest, ...stretch }: NextEvents & { readonly newest: number },
): Promise<Result<NextFound>> {
  const { namespace, query, above, upTo, limit } = stretch;
  const positions = await store.positionsInLog(stretch);
  const passed = positions.slice(0, -newest);
  const read = positions.length - passed.length;
  const page =
    read === 0 ? ok({ events: [] }) : await pageBehind(store, namespace, query, passed.at(-1) ?? above, read);
  if (!page.ok) return page;
  // The search is being built anew, and pages end before they did a moment ago: it is looked again.
  if (page.value.events.length < read) return ok({ passed: [], events: [], isCut: false, seenTo: above });
  const last = positions.at(-1);
  const isCut = positions.length === limit && last !== undefined;
  return ok({ passed, events: page.value.events, isCut, seenTo: isCut ? last : upTo });
}

/** In pieces of a page, so that whoever asks for them later asks for one. */
function passedOf(positions: readonly bigint[]): readonly PassedEvents[] {
  const passed: PassedEvents[] = [];
  for (let first = 0; first < positions.length; first += PASSED_AT_ONCE) {
    const piece = positions.slice(first, first + PASSED_AT_ONCE);
    const last = piece.at(-1);
    if (last !== undefined) passed.push({ size: piece.length, last });
  }
  return passed;
}

/** How far a query sees. */
function sightBy(query: Query): (reached: Reached) => bigint {
  if (asksForEventsAlone(query))
    return ({ head, searchedTo }) => least(head, searchedTo + BigInt(STORE_LIMITS.unsearchedEvents));
  // What asks what was changed sees no further than that is known.
  if (asksForChanges(query)) return ({ searchedTo, changedTo }) => least(searchedTo, changedTo);
  return ({ searchedTo }) => searchedTo;
}

/** Up to where events have been in sight for so long. */
class Overdue {
  #marks: { readonly sight: bigint; readonly at: number }[] = [];
  #upTo = 0n;

  constructor(private readonly ms: number) {}

  /** Now that so much is in sight. */
  upTo(sight: bigint): bigint {
    const now = performance.now();
    if (sight > (this.#marks.at(-1)?.sight ?? this.#upTo)) this.#marks.push({ sight, at: now });
    for (let mark = this.#marks[0]; mark !== undefined && mark.at <= now - this.ms; mark = this.#marks[0]) {
      this.#upTo = mark.sight;
      this.#marks.shift();
    }
    return this.#upTo;
  }
}

interface Reached {
  readonly head: bigint;
  readonly searchedTo: bigint;
  readonly changedTo: bigint;
}

/** Small questions: they are asked over and over while events arrive, and the page only when there is one. */
async function reachedBy(store: App['store']): Promise<Reached> {
  const [reached, head] = await Promise.all([store.readModels.reached(), store.readModels.head()]);
  const of = (model: string): bigint => reached.find(({ name }) => name === model)?.position ?? 0n;
  return { head, searchedTo: of('search'), changedTo: of('changes') };
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const greatest = (one: bigint, other: bigint): bigint => (one > other ? one : other);

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
