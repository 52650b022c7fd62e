/** Events of one stream as they were recorded, with the upcast payload beside the raw one. */
import type { StoredEvent } from '#core';
import type { EventPage } from '#wire';
import type { App } from './app.ts';
import { eventDetails } from './event-details.ts';
import type { EventUpcast } from './fold/messages.ts';
import type { Viewer } from './viewer.ts';

export const EVENT_PAGE_LIMIT = 500;

/** Versions `from` to `to`, both included, at most {@link EVENT_PAGE_LIMIT}. null: no event ever named this entity. */
export async function readEventPage(
  _viewer: Viewer,
  app: App,
  question: {
    readonly namespace: string;
    readonly type: string;
    readonly id: string;
    readonly from: number;
    readonly to: number;
  },
): Promise<EventPage | null> {
  const stream = await app.store.stream({
    namespace: question.namespace,
    entityType: question.type,
    entityId: question.id,
  });
  if (stream === null) return null;
  const first = Math.max(1, question.from);
  const limit = Math.min(EVENT_PAGE_LIMIT, question.to - first + 1);
  const events = limit <= 0 ? [] : await app.store.eventsOf(stream.id, first - 1, limit);
  return { events: await eventDetails(app.fold, question.namespace, events), head: stream.version };
}

interface StreamQuestion {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
}

/** Every event of a stream, page by page, so that a long one never lies in memory whole. */
export async function* streamEvents(
  viewer: Viewer,
  app: App,
  question: StreamQuestion,
): AsyncIterable<StoredEvent> {
  for await (const page of streamPages(viewer, app, question)) yield* page;
}

export interface UpcastEvent {
  readonly event: StoredEvent;
  readonly upcast: EventUpcast | null;
}

/** The same, each with what the upcasters made of it. */
export async function* streamUpcastEvents(
  viewer: Viewer,
  app: App,
  question: StreamQuestion,
): AsyncIterable<UpcastEvent> {
  for await (const events of streamPages(viewer, app, question)) {
    const upcasts = await app.fold.upcast({ events, namespace: question.namespace });
    yield* events.map((event, index) => ({ event, upcast: upcasts[index] ?? null }));
  }
}

async function* streamPages(
  _viewer: Viewer,
  app: App,
  question: StreamQuestion,
): AsyncIterable<readonly StoredEvent[]> {
  const stream = await app.store.stream({
    namespace: question.namespace,
    entityType: question.type,
    entityId: question.id,
  });
  if (stream === null) return;
  let after = 0;
  while (after < stream.version) {
    const page = await app.store.eventsOf(stream.id, after, 1_000);
    if (page.length === 0) return;
    yield page;
    after += page.length;
  }
}
