/**
 * What an event says, as one text: two events with the same source and id are the same where these texts are equal.
 *
 * Left out: `sourceRef`, which is where the event was found (a line added at the top of a file moves every other), and what the
 * store itself decided (times it filled in, the mark of a clock that went back).
 */
import { EVENT_FLAGS, type EventLink, type NewEvent, type PayloadFormat } from '#core';

/** The flags a caller may set; the others are the store's. */
export const CALLER_FLAGS = EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap | EVENT_FLAGS.notADocument;

type Content = Omit<NewEvent, 'sourceRef'>;

export function contentText(namespace: string, event: Content, flags: number): string {
  const occurredAt = (flags & EVENT_FLAGS.occurredIsOurs) === 0 ? event.occurredAt : null;
  const recordedAt = (flags & EVENT_FLAGS.recordedIsOurs) === 0 ? event.recordedAt : null;
  return JSON.stringify([
    namespace,
    event.entityType,
    event.entityId,
    event.type,
    event.schemaVersion,
    event.removed,
    event.payloadFormat satisfies PayloadFormat,
    event.payload,
    occurredAt === null ? null : String(occurredAt),
    recordedAt === null ? null : String(recordedAt),
    flags & CALLER_FLAGS,
    event.actor,
    event.correlationId,
    event.causationId,
    event.sourcePosition,
    event.sourceVersion,
    event.metadata,
    event.occurredText,
    event.recordedText,
    event.links.map((link: EventLink) => [link.entityType, link.entityId, link.role]),
  ]);
}
