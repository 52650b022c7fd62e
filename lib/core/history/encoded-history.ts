/**
 * The written form of a history, format 1: `{"format":1,"check":"<checksum of the body>","history":<body>}`, where the body is
 * this object as JSON. Compresses well: most columns are small differences.
 *
 * A difference is to the member before (the first: to 0). Integers beyond 2^53 are decimal strings.
 */
import type { Axis } from '../event.ts';
import type { EventMark, ProjectionLabel } from './history.ts';

export const HISTORY_FORMAT = 1;

export type Integer = number | string;

export interface EncodedHistory {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  /** Header columns, one member an event. */
  readonly versions: readonly number[];
  readonly positions: readonly Integer[];
  readonly types: readonly string[];
  readonly typeIds: readonly number[];
  readonly actors: readonly string[];
  /** 0: none; otherwise the index into `actors` plus 1. */
  readonly actorIds: readonly number[];
  readonly schemaVersions: readonly number[];
  /** Differences. */
  readonly occurredAt: readonly Integer[];
  /** recordedAt − occurredAt of the same event. */
  readonly recordedLag: readonly Integer[];
  /** recordedHigh − recordedAt of the same event. */
  readonly highLead: readonly Integer[];
  readonly flags: readonly number[];
  readonly removed: readonly number[];
  /** Ordinal, kind, message. */
  readonly marks: readonly (readonly [number, EventMark['kind'], string])[];
  /** Ascending. */
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  /** Number of entries of each path. */
  readonly counts: readonly number[];
  /** Of all entries, path by path; differences that start again with each path. */
  readonly ordinals: readonly number[];
  /** 0: gone; otherwise the index into `texts` plus 1. */
  readonly values: readonly number[];
}
