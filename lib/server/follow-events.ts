/** The new events of one stream as they are appended: in the order of their versions, each once. */
import { fail, ok, type Result, type StoredEvent } from '#core';
import { databaseProblem, type StreamRecord } from '#store';
import type { EventDetail } from '#wire';
import type { App } from './app.ts';
import { Bell } from './live/bell.ts';
import { eventDetail } from './read-events.ts';
import type { Viewer } from './viewer.ts';

/** Payloads may be up to a megabyte each, and a page lies in memory for as long as its reader takes over it. */
export const LIVE_PAGE = 20;
const REST_MS = 15_000;

export interface LiveQuestion {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  /** The version behind which to begin; null: the head as it is now. */
  readonly after: number | null;
}

export interface LiveEvents {
  /** The version behind which the pages begin. */
  readonly after: number;
  /**
   * At most {@link LIVE_PAGE} events each; an empty one says that nothing came for a quarter of a minute. The next page is read when
   * it is asked for, so a slow reader has one of them in memory, however much is appended meanwhile. Ends with `stop`, whether or
   * not somebody asks.
   */
  pages(stop: AbortSignal, restMs?: number): AsyncGenerator<readonly EventDetail[], void, undefined>;
}

/**
 * null: no event ever named this entity.
 *
 * CS-111: `after` is beyond the head. Whoever was there was not there in this log, and would miss what comes until then.
 */
export async function followEvents(
  _viewer: Viewer,
  app: App,
  question: LiveQuestion,
): Promise<Result<LiveEvents | null>> {
  const { namespace, type, id } = question;
  const stream = await app.store.stream({ namespace, entityType: type, entityId: id });
  if (stream === null) return ok(null);
  const after = question.after ?? stream.version;
  if (after > stream.version) {
    return fail('CS-111', `Version ${after} is beyond the head: the newest version is ${stream.version}.`);
  }
  return ok({ after, pages: (stop, restMs = REST_MS) => pagesAfter(app, stream, after, stop, restMs) });
}

async function* pagesAfter(
  app: App,
  stream: StreamRecord,
  after: number,
  stop: AbortSignal,
  restMs: number,
): AsyncGenerator<readonly EventDetail[], void, undefined> {
  const bell = new Bell();
  // Before the first look, so that nothing comes between the two.
  const leave = app.store.onAppended(bell.ring);
  const stopped = (): void => {
    leave();
    bell.ring();
  };
  stop.addEventListener('abort', stopped, { once: true });
  if (stop.aborted) stopped();
  try {
    let seen = after;
    while (!stop.aborted) {
      const events = await eventsAfter(app, stream.id, seen);
      const last = events.at(-1);
      if (last !== undefined) {
        seen = last.version;
        yield await detailed(app, stream.namespace, events);
      } else if (!(await bell.heard(restMs))) {
        yield [];
      }
    }
  } finally {
    stop.removeEventListener('abort', stopped);
    leave();
  }
}

/** While the database is away there is nothing new: the bell rings when it is back. */
async function eventsAfter(app: App, streamId: bigint, after: number): Promise<readonly StoredEvent[]> {
  try {
    return await app.store.eventsOf(streamId, after, LIVE_PAGE);
  } catch (error) {
    if (databaseProblem(error) === null) throw error;
    return [];
  }
}

async function detailed(
  app: App,
  namespace: string,
  events: readonly StoredEvent[],
): Promise<readonly EventDetail[]> {
  const upcasts = await app.fold.upcast({ events, namespace });
  return events.map((event, index) => eventDetail(event, upcasts[index] ?? null));
}
