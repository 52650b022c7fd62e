/** A stored event of which a test says only what matters to it. */
import type { StoredEvent } from '#core';
import { newEvent } from './new-event.ts';

export function storedEvent(parts: Partial<StoredEvent> = {}): StoredEvent {
  const version = parts.version ?? 1;
  const recordedAt = parts.recordedAt ?? BigInt(version) * 1_000_000n;
  const { entityType: _type, entityId: _id, ...said } = newEvent({ eventId: `event-${version}` });
  return {
    ...said,
    position: BigInt(version),
    version,
    occurredAt: recordedAt,
    recordedAt,
    ingestedAt: recordedAt,
    recordedHigh: recordedAt,
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
