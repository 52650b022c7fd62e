/** The members of an event that go into a fold, in the order in which a line of text has them (see the store's event lines). */
import type { StoredEvent } from './event.ts';

export const EVENT_LINE = [
  'version',
  'occurredAt',
  'recordedAt',
  'recordedHigh',
  'position',
  'schemaVersion',
  'flags',
  'removed',
  'leafHash',
  'payloadFormat',
  'type',
  'actor',
  'source',
  'eventId',
  'correlationId',
  'causationId',
  'payload',
] as const satisfies readonly (keyof StoredEvent)[];
