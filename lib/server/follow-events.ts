/** The new events of one stream as they are appended: in the order of their versions, each once. */
import { fail, ok, type Result } from '#core';
import type { StreamRecord } from '#store';
import type { EventDetail } from '#wire';
import type { App } from './app.ts';
import { Bell } from './live/bell.ts';
import type { Viewer } from './viewer.ts';

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
   * At most LIVE_PAGE events each; an empty one says that nothing came for a quarter of a minute. The next page is read when
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
  const follower = app.followed.join(stream, bell.ring);
  const stopped = (): void => {
    follower.leave();
    bell.ring();
  };
  stop.addEventListener('abort', stopped, { once: true });
  if (stop.aborted) stopped();
  try {
    let seen = after;
    while (!stop.aborted) {
      const events = await follower.read(seen);
      const last = events.at(-1);
      if (last !== undefined) {
        seen = last.version;
        yield events;
      } else if (!(await bell.heard(restMs))) {
        yield [];
      }
    }
  } finally {
    stop.removeEventListener('abort', stopped);
    follower.leave();
  }
}
