/** What crosses between the pool and its worker threads. Events go as lines of text, whose memory is handed over, not copied. */
import type { Axis, DeclaredKey, Problem, ProjectionKind, StoredEvent } from '#core';
import type { ClosedSegment, FoldedChanges } from '#store';

export interface WorkerSettings {
  /** The configuration's bundle; null where there is no configuration. */
  readonly bundlePath: string | null;
  readonly configHash: string;
  /** Time limit of one event in user code, in milliseconds. */
  readonly eventLimitMs: number;
}

/** What decides how the events of an entity type are folded. */
export interface FoldedBy {
  readonly namespace: string;
  readonly entityType: string;
  readonly projection: ProjectionKind;
  /** The arrays that go by key. */
  readonly keys: readonly DeclaredKey[];
  /** Whether the configuration has upcasters for the namespace. */
  readonly upcasts: boolean;
}

export interface SegmentJob extends FoldedBy {
  readonly axis: Axis;
  /** Hash of the segment that the fold goes on behind, or what stands for the history where it begins with the first event. */
  readonly seed: string;
  /** Core's encodeSegment of that segment; null: from the first event on. */
  readonly after: Uint8Array | null;
  /** An open segment behind it in which the fold goes on, or null. */
  readonly open: OpenStart | null;
}

export interface OpenStart {
  /** Core's encodeSegment. */
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Of its events as the log has them, end to end. */
  readonly leafHashes: string;
}

/** What the outline says of a segment. `hash` is over the seed and the leaf hash of every event. */
export type FoldedOutline = Omit<ClosedSegment, 'place'>;

export interface FoldedSegment extends FoldedOutline {
  /** Core's encodeSegment. */
  readonly bytes: Uint8Array;
  readonly gzipped: Uint8Array;
}

/** The document after upcasting as exact JSON text, in the schema version that it was brought to; or why there is none. */
export type EventUpcast =
  | { readonly schemaVersion: number; readonly text: string }
  | { readonly problem: string };

/** One of the streams whose changes are asked for. */
export interface ChangingStream extends FoldedBy {
  readonly id: bigint;
  /** How many lines it has. */
  readonly events: number;
  /** As `leaves` of {@link ChangedState} had it; null: it begins. */
  readonly leaves: string | null;
}

export type ToWorker =
  | { readonly what: 'changes'; readonly streams: readonly ChangingStream[] }
  | { readonly what: 'changingLines'; readonly lines: Uint8Array }
  /** Asks which paths changed that were not asked for yet. */
  | { readonly what: 'changedPaths' }
  /** The numbers of those paths, in their order: asks for the rows that there are by now. */
  | { readonly what: 'changeRows'; readonly pathIds: readonly number[] }
  /** When all lines are there. */
  | { readonly what: 'changed' }
  | { readonly what: 'fold'; readonly job: SegmentJob }
  /** Whole lines of events. */
  | { readonly what: 'lines'; readonly lines: Uint8Array }
  | { readonly what: 'end' }
  /** Asks for the next closed segment that was put off. */
  | { readonly what: 'behind' }
  | { readonly what: 'upcast'; readonly namespace: string; readonly events: readonly StoredEvent[] };

/** Each message to the worker is answered by one. `added`: how many events the lines held, which are folded now. */
export type FromWorker =
  | { readonly ok: true; readonly closed: readonly FoldedSegment[]; readonly added?: number }
  /** `rowBytes`: of the rows that there are by now. */
  | { readonly ok: true; readonly rowBytes: number }
  | { readonly ok: true; readonly paths: readonly string[] }
  /** Of the change log, in COPY's text format. */
  | { readonly ok: true; readonly rows: Uint8Array<ArrayBuffer> }
  | { readonly ok: true; readonly changes: FoldedChanges }
  /** Tail null: the fold ended with a closed segment. `behind`: closed segments that are not encoded yet, ascending. */
  | {
      readonly ok: true;
      readonly tail: FoldedSegment | null;
      readonly behind: readonly FoldedOutline[];
    }
  /** Of each event what the upcasters made of it, or null where none reads it. */
  | { readonly ok: true; readonly upcast: readonly (EventUpcast | null)[] }
  | { readonly ok: false; readonly error: Problem };
