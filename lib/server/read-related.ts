/** The events that belong to one event of an entity: its cause, what it caused, its conversation. */
import { fail, ok, type Result } from '#core';
import type { RelatedRows } from '#store';
import type { RelatedEvents, RelatedList } from '#wire';
import type { App } from './app.ts';
import { relatedOf } from './related-event.ts';
import type { Viewer } from './viewer.ts';

/** null: no event ever named this entity. CS-111: it has no such version. */
export async function readRelated(
  _viewer: Viewer,
  app: App,
  question: {
    readonly namespace: string;
    readonly type: string;
    readonly id: string;
    readonly version: number;
    /** The most events of a list; how many there are is said beside it. */
    readonly limit: number;
  },
): Promise<Result<RelatedEvents | null>> {
  const { namespace, version, limit } = question;
  const { store } = app;
  const stream = await store.stream({ namespace, entityType: question.type, entityId: question.id });
  if (stream === null) return ok(null);
  const [event] = await store.eventsOf(stream.id, version - 1, 1);
  if (event === undefined || event.version !== version)
    return fail('CS-111', `Version ${version} is beyond the head, ${stream.version}.`);
  const { causationId, correlationId, source, eventId } = event;
  const [cause, caused, conversation] = await Promise.all([
    causationId === null ? null : store.eventById(namespace, source, causationId),
    store.eventsWith(namespace, 'causation', eventId, limit),
    correlationId === null ? NONE : store.eventsWith(namespace, 'correlation', correlationId, limit),
  ]);
  return ok({
    version,
    causationId,
    cause: cause === null ? null : relatedOf(cause),
    caused: listOf(caused),
    correlationId,
    conversation: listOf(conversation),
  });
}

const NONE: RelatedRows = { rows: [], total: 0, isMore: false };

const listOf = ({ rows, total, isMore }: RelatedRows): RelatedList => ({
  events: rows.map(relatedOf),
  total,
  isMore,
});
