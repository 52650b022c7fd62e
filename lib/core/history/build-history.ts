/** A whole history in memory, by folding its stream once. */
import type { Axis, StoredEvent } from '../event.ts';
import type { Projection } from '../projection/projection.ts';
import type { Upcasters } from '../upcast.ts';
import { buildSegments, inOrderOf } from './build-segments.ts';
import { decodeSegment } from './decode-segment.ts';
import type { History } from './history.ts';
import type { Segment } from './segment.ts';
import type { SegmentLimits } from './segment-builder.ts';
import { historyOf } from './whole-history.ts';

/**
 * `events` are a whole stream ascending by version. On the occurred axis they are folded in (occurredAt, version) order, so
 * an event that was recorded late rewrites what follows it.
 */
export function buildHistory(
  events: readonly StoredEvent[],
  projection: Projection,
  upcasters: Upcasters,
  axis: Axis,
  limits?: SegmentLimits,
): History {
  const options = { axis, ...(limits === undefined ? {} : { limits }) };
  const segments: Segment[] = [];
  for (const { bytes } of buildSegments(inOrderOf(axis, events), projection, upcasters, options)) {
    const segment = decodeSegment(bytes);
    if (!segment.ok) throw new Error(segment.error.message);
    segments.push(segment.value);
  }
  return historyOf(segments);
}
