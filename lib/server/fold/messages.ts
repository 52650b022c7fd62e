/** What crosses between the pool and its worker threads. Events go in chunks, so that copying a long stream never blocks for long. */
import type { Axis, Problem, ProjectionKind, StoredEvent } from '#core';

export interface WorkerSettings {
  /** The configuration's bundle; null where there is no configuration. */
  readonly bundlePath: string | null;
  readonly configHash: string;
  /** Time limit of one event in user code, in milliseconds. */
  readonly eventLimitMs: number;
}

export type Job = HistoryJob | UpcastJob;

export interface HistoryJob {
  readonly kind: 'history';
  readonly namespace: string;
  readonly entityType: string;
  readonly projection: ProjectionKind;
  readonly axis: Axis;
}

/** The answer is a JSON array: the upcast document as exact text, or null where no upcaster ran. */
export interface UpcastJob {
  readonly kind: 'upcast';
  readonly namespace: string;
}

export type ToWorker =
  | { readonly what: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly what: 'run'; readonly job: Job };

export type FromWorker =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: Problem };
