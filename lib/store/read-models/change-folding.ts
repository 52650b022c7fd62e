/** What the store hands to whoever folds for the change log, and what it gets back. */
import type { ProjectionKind, Result } from '#core';
import type { ChangedDay } from './change-rollup.ts';

/** A stream that has new events. */
export interface GrownStream {
  readonly id: bigint;
  readonly namespace: string;
  readonly entityType: string;
  /** null: nobody registered one. */
  readonly registered: ProjectionKind | null;
  /** How many new events it has. */
  readonly events: number;
  /** The newest of them. */
  readonly position: bigint;
  readonly version: number;
  /** Of the state before them, as {@link ChangedState} had it; null: there is none. */
  readonly leaves: string | null;
}

export interface ChangedState {
  readonly streamId: bigint;
  /** The newest event that went into it. */
  readonly version: number;
  readonly leaves: string;
}

/** An event that the fold could not take as it is, and why. */
export interface ChangeMark {
  readonly position: bigint;
  readonly streamId: bigint;
  readonly version: number;
  readonly kind: string;
  readonly message: string;
}

export interface FoldedChanges {
  /** How many rows there are of the events of each day. */
  readonly days: readonly ChangedDay[];
  readonly states: readonly ChangedState[];
  readonly marks: readonly ChangeMark[];
}

/** How the lines of the new events are asked for. Each is a line of event-lines.ts behind the id of its stream. */
export interface AskedLines {
  /** `plain`: without those that nothing but code of the user's asks for. */
  readonly members: 'all' | 'plain';
  /** `position`: as they lie in the log, which is read at once. `stream`: of one stream after the other, each ascending by version. */
  readonly order: 'position' | 'stream';
}

/** Where rows go while the fold goes on. It has the connection that the lines come by: nothing is done here before the last of them was read. */
export interface ChangeSink {
  /** The numbers of paths, in their order. */
  pathIds(paths: readonly string[]): Promise<readonly number[]>;
  /** Rows in COPY's text format. */
  write(rows: Uint8Array): Promise<void>;
}

/** Folds the new events of some streams. What was written is of no use where it answers a problem. */
export type ChangeFolding = (
  streams: readonly GrownStream[],
  /** To be asked for once. */
  lines: (asked: AskedLines) => AsyncIterable<Uint8Array>,
  sink: ChangeSink,
) => Promise<Result<FoldedChanges>>;
