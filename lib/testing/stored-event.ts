/** A stored event of which a test says only what matters to it. */
import type { StoredEvent } from '#core';

export function storedEvent(parts: Partial<StoredEvent> = {}): StoredEvent {
  const version = parts.version ?? 1;
  const recordedAt = parts.recordedAt ?? BigInt(version) * 1_000_000n;
  return {
    position: BigInt(version),
    version,
    type: 'Changed',
    schemaVersion: 1,
    removed: false,
    payloadFormat: 'json',
    payload: '{}',
    occurredAt: recordedAt,
    recordedAt,
    ingestedAt: recordedAt,
    recordedHigh: recordedAt,
    flags: 0,
    actor: null,
    source: 'test',
    eventId: `event-${version}`,
    correlationId: null,
    causationId: null,
    sourceRef: null,
    sourcePosition: null,
    sourceVersion: null,
    metadata: null,
    occurredText: null,
    recordedText: null,
    links: [],
    leafHash: '',
    ...parts,
  };
}

/** A stream of JSON payloads, one event each, a second apart. */
export function streamOf(...payloads: readonly (string | Partial<StoredEvent>)[]): StoredEvent[] {
  return payloads.map((payload, index) =>
    storedEvent({ version: index + 1, ...(typeof payload === 'string' ? { payload } : payload) }),
  );
}
