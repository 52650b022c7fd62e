/**
 * A source is an async stream of what it read: events on their way in, and refusals with their place. Nothing is dropped
 * silently, and nothing is kept: memory stays flat however long the log is.
 */
import type { NewEvent, ProjectionKind } from '#core';

export type SourceItem = MappedEvent | RefusedItem;

export interface MappedEvent {
  readonly ok: true;
  readonly event: NewEvent;
  /** file:line, as the user named the file. */
  readonly place: string;
  /** The bytes it was read from, so that a refusal by the store can be kept as exactly as one by the source. */
  readonly raw: Uint8Array;
  /** Only from an exported log: the commitments that come along. */
  readonly restored?: RestoredEvent;
}

export interface RefusedItem {
  readonly ok: false;
  readonly refusal: RefusedPlace;
  readonly raw: Uint8Array;
}

export interface RefusedPlace {
  readonly place: string;
  readonly code: string;
  readonly reason: string;
}

/** What an exported event was committed as; hex where it is bytes. */
export interface RestoredEvent {
  readonly namespace: string;
  readonly streamKey: string;
  readonly version: number;
  readonly ingestedAt: bigint;
  readonly flags: number;
  readonly salts: string;
  readonly leafHash: string;
}

export interface Source {
  /** Can be read once; a second pass opens the source again. */
  items(): AsyncIterable<SourceItem>;
  /** What the user should know about this source beside its lines (a shallow clone, a cut history). */
  readonly notes: readonly string[];
  /** Projection kinds that the source itself brings along; known once it has been read. */
  readonly kinds: readonly BroughtKind[];
}

export interface BroughtKind {
  readonly namespace: string;
  readonly entityType: string;
  readonly kind: ProjectionKind;
}

/** What reading any source needs to know. */
export interface SourceContext {
  /** Name of the source on its events; null: the base name of each file without `.gz`. */
  readonly name: string | null;
  /** Secret of the store (hex), key of default event ids. */
  readonly eventIdKey: string;
  /** Zone for times that are written without one. */
  readonly zone: string | null;
  /** Put before default names outside the main namespace, so that one file can be read into two namespaces. */
  readonly namePrefix: string;
}

export const refused = (place: string, code: string, reason: string, raw: Uint8Array): RefusedItem => ({
  ok: false,
  refusal: { place, code, reason: shortened(reason) },
  raw,
});

/** A reason quotes what it refuses, which may be as long as the line; its ends say what is wrong. */
function shortened(reason: string): string {
  return reason.length <= 600 ? reason : `${reason.slice(0, 300)} … ${reason.slice(-200)}`;
}
