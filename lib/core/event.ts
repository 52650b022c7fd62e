/**
 * The event as the store gives it and everything else reads it.
 *
 * Instants are bigint microseconds since 1970-01-01 UTC. `payload` is the exact text that came in.
 */
export interface StoredEvent {
  readonly position: bigint;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** The entity is gone after this event, until another event brings it back. */
  readonly removed: boolean;
  readonly payloadFormat: PayloadFormat;
  readonly payload: string;
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly ingestedAt: bigint;
  /** Running maximum of recordedAt in the stream. */
  readonly recordedHigh: bigint;
  /** Bit set of {@link EVENT_FLAGS}. */
  readonly flags: number;
  readonly actor: string | null;
  readonly source: string;
  readonly eventId: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly sourceRef: string | null;
  readonly sourcePosition: string | null;
  readonly sourceVersion: string | null;
  /** JSON text, or null. */
  readonly metadata: string | null;
  /** The times as the source wrote them, where it wrote them. */
  readonly occurredText: string | null;
  readonly recordedText: string | null;
  readonly links: readonly EventLink[];
  readonly leafHash: string;
}

/** What a fold and the history made of it need of an event: the rest is for people to read. */
export type EventToFold = Pick<
  StoredEvent,
  | 'position'
  | 'version'
  | 'type'
  | 'schemaVersion'
  | 'removed'
  | 'payloadFormat'
  | 'payload'
  | 'occurredAt'
  | 'recordedAt'
  | 'recordedHigh'
  | 'flags'
  | 'actor'
  | 'source'
  | 'eventId'
  | 'correlationId'
  | 'causationId'
>;

export type PayloadFormat = 'json' | 'yaml' | 'text' | 'base64';

/** Another entity that an event concerns. */
export interface EventLink {
  readonly entityType: string;
  readonly entityId: string;
  readonly role: string;
}

export const EVENT_FLAGS = {
  /** The source gave no occurredAt; recordedAt stands in. */
  occurredIsOurs: 1,
  /** The source gave no recordedAt; ingestedAt stands in. */
  recordedIsOurs: 2,
  /** occurredAt was written with second 60. */
  occurredLeap: 4,
  /** recordedAt was written with second 60. */
  recordedLeap: 8,
  /** recordedAt is lower than an earlier event's of the same stream. */
  recordedWentBack: 16,
  /** The payload was kept as text because the line's document field held none. */
  notADocument: 32,
} as const;

/** An event on its way into the store: everything but what the store itself decides. */
export interface NewEvent {
  readonly entityType: string;
  readonly entityId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly removed: boolean;
  readonly payloadFormat: PayloadFormat;
  readonly payload: string;
  /** null: not given by the source. */
  readonly occurredAt: bigint | null;
  readonly recordedAt: bigint | null;
  /** Only occurredLeap, recordedLeap and notADocument may be set by the caller. */
  readonly flags: number;
  readonly actor: string | null;
  readonly source: string;
  readonly eventId: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly sourceRef: string | null;
  readonly sourcePosition: string | null;
  readonly sourceVersion: string | null;
  readonly metadata: string | null;
  readonly occurredText: string | null;
  readonly recordedText: string | null;
  readonly links: readonly EventLink[];
}

export type Axis = 'recorded' | 'occurred';

export type ProjectionKind = 'replace' | 'merge' | 'patch' | 'row' | 'activity' | 'reducer';
