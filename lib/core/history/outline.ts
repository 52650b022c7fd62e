/** What is known of a history before any of its segments is read. */
import type { Axis } from '../event.ts';
import type { SegmentParts } from './encode-segment.ts';
import { filterOfPaths } from './filter-of-paths.ts';
import type { ProjectionLabel } from './history.ts';
import type { PathFilter } from './path-filter.ts';
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

/** Of a segment that is not encoded yet; it has at least one event. Law: outlineOf(decode(encode(p))) = outlineOfParts(p). */
export function outlineOfParts({ axis, first, events, columns }: SegmentParts): SegmentOutline {
  const newest = events.at(-1);
  if (newest === undefined) throw new RangeError('A segment without events has no outline.');
  const touched = columns.filter(({ ordinals }) => (ordinals.at(-1) ?? 0) >= first);
  return {
    first,
    last: first + events.length - 1,
    clock: axis === 'recorded' ? newest.recordedHigh : newest.occurredAt,
    lowestVersion: events.reduce((low, { version }) => Math.min(low, version), Number.POSITIVE_INFINITY),
    highestVersion: events.reduce((high, { version }) => Math.max(high, version), 0),
    touched: filterOfPaths(touched.map(({ path }) => path)),
  };
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
    touched: filterOfPaths(segment.touchedPaths()),
  };
}
