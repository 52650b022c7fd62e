/** What is known of a history before any of its segments is read. */
import type { Axis } from '../event.ts';
import type { ProjectionLabel } from './history.ts';
import { PathFilter } from './path-filter.ts';
import type { Segment } from './segment.ts';

export interface HistoryOutline {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  /** Ascending, without gaps, the first from ordinal 1 on. */
  readonly segments: readonly SegmentOutline[];
}

export interface SegmentOutline {
  /** Ordinals of its first and last event. */
  readonly first: number;
  readonly last: number;
  /** Of its last event, in microseconds: recordedHigh or occurredAt, as the axis has it. */
  readonly clock: bigint;
  readonly lowestVersion: number;
  readonly highestVersion: number;
  /** Paths that its events changed. */
  readonly touched: PathFilter;
}

export function outlineOf(segment: Segment): SegmentOutline {
  const { first, last, axis } = segment;
  const newest = segment.header(last);
  const versions = segment.versions();
  return {
    first,
    last,
    clock: axis === 'recorded' ? newest.recordedHigh : newest.occurredAt,
    lowestVersion: versions.reduce((low, version) => Math.min(low, version), Number.POSITIVE_INFINITY),
    highestVersion: versions.reduce((high, version) => Math.max(high, version), 0),
    touched: PathFilter.of(segment.touchedPaths()),
  };
}
