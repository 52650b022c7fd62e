/** Streams for tests of the fold: events made of a type and a payload, one second apart. */
import type { StoredEvent } from '#core';

const START = 1_767_225_600_000_000n;

export interface Said {
  readonly type: string;
  /** JSON text, or a value to write as such. */
  readonly payload: unknown;
  readonly schemaVersion?: number;
  readonly removed?: boolean;
  readonly payloadFormat?: StoredEvent['payloadFormat'];
  /** Seconds after the stream's start; its place in the stream unless given. */
  readonly second?: number;
}

export function streamOf(said: readonly Said[]): StoredEvent[] {
  return said.map((one, index) => storedEvent(one, index + 1));
}

function storedEvent(said: Said, version: number): StoredEvent {
  const recordedAt = START + BigInt(version) * 1_000_000n;
  return {
    position: BigInt(version),
    version,
    type: said.type,
    schemaVersion: said.schemaVersion ?? 1,
    removed: said.removed ?? false,
    payloadFormat: said.payloadFormat ?? 'json',
    payload: typeof said.payload === 'string' ? said.payload : JSON.stringify(said.payload),
    occurredAt: START + BigInt(said.second ?? version) * 1_000_000n,
    recordedAt,
    ingestedAt: recordedAt,
    recordedHigh: recordedAt,
    flags: 0,
    actor: 'ada',
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
    leafHash: version.toString(16).padStart(64, '0'),
  };
}
