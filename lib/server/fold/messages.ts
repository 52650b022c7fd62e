/** What crosses between the pool and its worker threads. Events go in chunks, so that copying a long stream never blocks for long. */
import type { Axis, DeclaredKey, Problem, ProjectionKind, StoredEvent } from '#core';
import type { ClosedSegment } from '#store';

export interface WorkerSettings {
  /** The configuration's bundle; null where there is no configuration. */
  readonly bundlePath: string | null;
  readonly configHash: string;
  /** Time limit of one event in user code, in milliseconds. */
  readonly eventLimitMs: number;
}

export interface SegmentJob {
  readonly namespace: string;
  readonly entityType: string;
  readonly projection: ProjectionKind;
  /** The arrays that go by key. */
  readonly keys: readonly DeclaredKey[];
  readonly axis: Axis;
  /** Whether the configuration has upcasters for the namespace. */
  readonly upcasts: boolean;
  /** Hash of the segment that the fold goes on behind, or what stands for the history where it begins with the first event. */
  readonly seed: string;
  /** Core's encodeSegment of that segment; null: from the first event on. */
  readonly after: Uint8Array | null;
}

/** A segment and what its outline says. `hash` is over the seed and the leaf hash of every event. */
export interface FoldedSegment extends Omit<ClosedSegment, 'place'> {
  /** Core's encodeSegment. */
  readonly bytes: Uint8Array;
  readonly gzipped: Uint8Array;
}

export type ToWorker =
  | { readonly what: 'fold'; readonly job: SegmentJob }
  | { readonly what: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly what: 'end' }
  | { readonly what: 'upcast'; readonly namespace: string; readonly events: readonly StoredEvent[] };

/** Each message to the worker is answered by one. */
export type FromWorker =
  | { readonly ok: true; readonly closed: readonly FoldedSegment[] }
  /** Null: the fold ended with a closed segment. */
  | { readonly ok: true; readonly tail: FoldedSegment | null }
  /** Of each event the document after upcasting as exact text, or null where no upcaster ran. */
  | { readonly ok: true; readonly upcast: readonly (string | null)[] }
  | { readonly ok: false; readonly error: Problem };
