/**
 * A segment as columns: what the codec writes and reads, and Segment searches.
 *
 * A segment is an immutable slice of a history: some events in a row, and every path that lives in it. A path that was live when
 * the segment began has as its first entry the one that set it, whose ordinal is before `first`: that is the *base*. So a
 * segment alone answers state, blame and diff within its range, base included.
 *
 * Index `i` of a header column belongs to ordinal `first + i`. Instants are microseconds since 1970 UTC.
 */
import type { Axis } from '../event.ts';
import type { EventMark, ProjectionLabel } from './history.ts';
import type { PathTexts } from './path-texts.ts';

export interface SegmentColumns {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  /** Ordinal of the first event. */
  readonly first: number;
  readonly headers: HeaderColumns;
  /** Ascending. */
  readonly paths: readonly string[];
  /** The entries of path `i` are those from starts[i] up to starts[i + 1], ascending by ordinal. */
  readonly starts: Uint32Array;
  readonly ordinals: Uint32Array;
  /** What each entry set: an index into the texts of its path, or {@link GONE}. Two entries beside each other differ. */
  readonly values: Int32Array;
  readonly texts: PathTexts;
}

export interface HeaderColumns {
  readonly length: number;
  readonly versions: Uint32Array;
  readonly positions: Float64Array;
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
  /** By index; few events have one. */
  readonly marks: ReadonlyMap<number, EventMark>;
}

export const GONE = -1;
