/**
 * Folds a stream once and hands out its segments one after the other, so that only one is in memory.
 *
 * Law: going on from a finished segment, or in an open one, gives the segments that folding from the first event would have given,
 * byte for byte.
 */
import type { Axis, EventToFold, StoredEvent } from '../event.ts';
import { Fold } from '../fold.ts';
import { jsonOfLeaves } from '../leaf.ts';
import type { Projection } from '../projection/projection.ts';
import type { Upcasters } from '../upcast.ts';
import { encodeSegment, type SegmentParts } from './encode-segment.ts';
import type { ProjectionLabel } from './history.ts';
import type { Segment } from './segment.ts';
import { SegmentBuilder, type SegmentLimits } from './segment-builder.ts';

export interface BuildOptions {
  readonly axis: Axis;
  /** The last segment that is there already. */
  readonly after?: Segment;
  /** Instead of it: an open segment to go on in. */
  readonly open?: Segment;
  readonly limits?: SegmentLimits;
}

/** Takes the events one by one, in the order of the axis, from the one behind `after` on. */
export class SegmentFold {
  private readonly fold: Fold;
  private readonly builder: SegmentBuilder;

  constructor(projection: Projection, upcasters: Upcasters, { axis, after, open, limits }: BuildOptions) {
    const label = { axis, projection: labelOf(projection, upcasters) };
    const known = open ?? after;
    const leaves = known?.leaves(known.last) ?? [];
    this.fold = new Fold(projection, upcasters, { state: jsonOfLeaves(leaves), leaves });
    this.builder =
      open === undefined
        ? new SegmentBuilder(label, limits, (after?.last ?? 0) + 1, leaves)
        : SegmentBuilder.resumed(open.parts(), limits);
  }

  /** The segment that this event closed, to be encoded whenever there is time, or null. */
  add(event: EventToFold): SegmentParts | null {
    this.builder.add(this.fold.step(event));
    return this.builder.isFull ? this.builder.close() : null;
  }

  /** The open segment, which more events would go into; it may have none yet. */
  tail(): SegmentParts {
    return this.builder.parts();
  }

  get tailLength(): number {
    return this.builder.length;
  }
}

export interface BuiltSegment {
  readonly bytes: Uint8Array;
  readonly isOpen: boolean;
}

/** An empty stream has one open segment without events; of any other, none is empty. */
export function* buildSegments(
  events: Iterable<EventToFold>,
  projection: Projection,
  upcasters: Upcasters,
  options: BuildOptions,
): Generator<BuiltSegment, void, undefined> {
  const fold = new SegmentFold(projection, upcasters, options);
  let isEmpty = options.after === undefined && options.open === undefined;
  for (const event of events) {
    isEmpty = false;
    const closed = fold.add(event);
    if (closed !== null) yield { bytes: encodeSegment(closed), isOpen: false };
  }
  if (isEmpty || fold.tailLength > 0) yield { bytes: encodeSegment(fold.tail()), isOpen: true };
}

/** In the order of an axis. */
export function inOrderOf(axis: Axis, events: readonly StoredEvent[]): readonly StoredEvent[] {
  return axis === 'occurred' ? [...events].sort(byOccurrence) : events;
}

function byOccurrence(a: StoredEvent, b: StoredEvent): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.version - b.version;
}

function labelOf(projection: Projection, upcasters: Upcasters): ProjectionLabel {
  const { kind, name, hash } = projection;
  return { kind, name, hash: upcasters.hash === '' ? hash : `${hash}+${upcasters.hash}` };
}
