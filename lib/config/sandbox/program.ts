/**
 * The bundle of a configuration leaves one object behind in its sandbox; this is that object.
 *
 * Everything that crosses is text, numbers or plain JSON, because the two sides are different realms: `instanceof` does
 * not hold between them.
 */
import type { EventMark, Json, Result, Upcasts } from '#core';
import type { ConfigMetadata } from '../metadata.ts';

export interface SandboxProgram {
  /** JSON text of {@link Description}. */
  describe(): string;
  /** A fold of one stream; null where the entity type has no reducer. */
  startFold(namespace: string, entityType: string): SandboxFold | null;
  /** Whether a step reads this schema version. */
  hasStep(namespace: string, type: string, schemaVersion: number): boolean;
  /** The document, given as JSON text, in the newest schema version. */
  upcast(namespace: string, type: string, schemaVersion: number, document: string): Result<Upcasts>;
}

export type Description =
  | { readonly ok: true; readonly metadata: ConfigMetadata }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Folds in batches, so that one time limit guards many events. A batch that is cut off midway keeps what it has done:
 * `done` says how far it got, and {@link run} goes on from there.
 */
export interface SandboxFold {
  /** A state of which only the text is known, as a value of the sandbox's own realm. */
  adopt(state: string): Json;
  /** `state` is what the first event of the batch starts from, a value of the sandbox; undefined: absent. */
  load(batch: readonly SandboxEvent[], state: Json | undefined): void;
  /** Events of the batch that have their outcome. */
  readonly done: number;
  /** Folds on until `done` is `until`. */
  run(until: number): void;
  /** Gives the event that is next the mark, and the state that was. */
  skip(message: string): void;
  readonly outcomes: readonly SandboxOutcome[];
}

/** Header of an event and its document as JSON text, in the schema version it was written in. */
export interface SandboxEvent {
  readonly document: string;
  /** The entity was removed just before: start again from the initial state. */
  readonly afresh: boolean;
  readonly type: string;
  readonly schemaVersion: number;
  readonly version: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly eventId: string;
  readonly source: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
}

export interface SandboxOutcome {
  /** The state that the event started from, by identity. */
  readonly before: Json | undefined;
  readonly state: Json | undefined;
  readonly mark: EventMark | null;
}
