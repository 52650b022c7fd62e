/**
 * A whole history as columns: plain arrays that the builder fills, the codec writes and reads, and ColumnHistory searches.
 *
 * Index `i` of a header column belongs to ordinal `i + 1`.
 */
import type { Axis } from '../event.ts';
import type { EventMark, ProjectionLabel } from './history.ts';

export interface HistoryColumns {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  readonly headers: HeaderColumns;
  /** Ascending. */
  readonly paths: readonly string[];
  /** The entries of path `i` are those from starts[i] up to starts[i + 1], ascending by ordinal. */
  readonly starts: Uint32Array;
  readonly ordinals: Uint32Array;
  /** What each entry set: an index into `texts`, or {@link GONE}. Two entries beside each other in a path differ. */
  readonly values: Int32Array;
  /** Every text once, so that equal indexes mean equal values. */
  readonly texts: readonly string[];
}

export interface HeaderColumns {
  readonly length: number;
  readonly versions: Uint32Array;
  readonly positions: BigInt64Array;
  readonly types: readonly string[];
  readonly typeIds: Uint32Array;
  readonly actors: readonly string[];
  /** An index into `actors`, or {@link GONE} where the event names none. */
  readonly actorIds: Int32Array;
  readonly schemaVersions: Int32Array;
  readonly occurredAt: BigInt64Array;
  readonly recordedAt: BigInt64Array;
  readonly recordedHigh: BigInt64Array;
  readonly flags: Int32Array;
  readonly removed: Uint8Array;
  /** By ordinal; few events have one. */
  readonly marks: ReadonlyMap<number, EventMark>;
}

export const GONE = -1;
