/** An event on its way into the store, of which a test says only what matters to it. */
import type { NewEvent } from '#core';
import type { AppendItem, LogEvent } from '#store';

let made = 0;

export function newEvent(parts: Partial<NewEvent> = {}): NewEvent {
  made += 1;
  return {
    entityType: 'order',
    entityId: '4711',
    type: 'Changed',
    schemaVersion: 1,
    removed: false,
    payloadFormat: 'json',
    payload: '{}',
    occurredAt: 1_000_000n,
    recordedAt: 2_000_000n,
    flags: 0,
    actor: null,
    source: 'test',
    eventId: `event-${made}`,
    correlationId: null,
    causationId: null,
    sourceRef: null,
    sourcePosition: null,
    sourceVersion: null,
    metadata: null,
    occurredText: null,
    recordedText: null,
    links: [],
    ...parts,
  };
}

/** What an export carries of an event, as a restore hands it in. */
export function restoredItem(event: LogEvent): AppendItem {
  const { namespace, streamKey, version, ingestedAt, flags, salts, leafHash } = event;
  return { event, restored: { namespace, streamKey, version, ingestedAt, flags, salts, leafHash } };
}
