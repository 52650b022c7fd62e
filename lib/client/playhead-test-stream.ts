/** A stream for tests of the timeline: only its headers say something. */
import { type Axis, lateInSegment, PathFilter, sketchOf } from '#core';
import type { OutlinedSegment } from '#wire';
import type { Columns } from './playhead-columns.ts';
import type { EventSource } from './playhead-words.ts';
import type { ListedEvent } from './replay/question.ts';
import { segmentColumns, TimelineColumns, typesOf } from './timeline-columns.ts';

export interface TestEvent {
  /** Microseconds since 1970 UTC. */
  readonly at: bigint;
  /** Where it is not `at`. */
  readonly occurredAt?: bigint;
  /** Where it is not the place, as on the occurred axis. */
  readonly version?: number;
  readonly type?: string;
  readonly actor?: string | null;
  readonly changes?: number;
  readonly removed?: boolean;
  readonly flags?: number;
}

export interface TestStream extends EventSource {
  readonly events: { want(): void; subscribe(): () => void; readonly turn: number };
  readonly segments: readonly OutlinedSegment[];
  /** Exact, as if its segment were read. */
  readonly columns: Columns;
  header(ordinal: number): ListedEvent;
  peek(ordinal: number): ListedEvent | null;
}

export function testStream(events: readonly TestEvent[], axis: Axis = 'occurred'): TestStream {
  let high = events[0]?.at ?? 0n;
  const headers = events.map((event, index): ListedEvent => {
    const wentBack = event.at < high;
    if (!wentBack) high = event.at;
    return {
      ordinal: index + 1,
      version: event.version ?? index + 1,
      position: BigInt(index + 1),
      type: event.type ?? 'Noted',
      schemaVersion: 1,
      actor: event.actor ?? null,
      occurredAt: event.occurredAt ?? event.at,
      recordedAt: event.at,
      recordedHigh: high,
      flags: (event.flags ?? 0) | (wentBack ? 16 : 0),
      removed: event.removed ?? false,
      changes: event.changes ?? 0,
      mark: null,
      late: false,
    };
  });
  const header = (ordinal: number): ListedEvent => {
    const found = headers[ordinal - 1];
    if (found === undefined) throw new RangeError(`There is no event ${ordinal}.`);
    return found;
  };
  const { length } = headers;
  const source = { first: 1, last: length, axis, header };
  const segments = length === 0 ? [] : [outlined(source)];
  const types = typesOf({ segments });
  const columns = new TimelineColumns(segments, types);
  if (length > 0)
    columns.tell(segmentColumns(source, axis, types, lateInSegment({ axis, event: header }, segments, 0)));
  const nothing = { want: () => undefined, subscribe: () => () => undefined, turn: 0 };
  return {
    axis,
    length,
    header,
    peek: (ordinal) => headers[ordinal - 1] ?? null,
    events: nothing,
    segments,
    columns,
  };
}

/** Events at these milliseconds after the first, in the order given. */
export const streamAt = (...milliseconds: readonly number[]): TestStream =>
  testStream(milliseconds.map((ms) => ({ at: BigInt(Math.round(ms * 1000)) })));

function outlined(source: Parameters<typeof sketchOf>[0]): OutlinedSegment {
  const { first, last } = source;
  return {
    hash: 'a'.repeat(64),
    first,
    last,
    clock: 0n,
    isOpen: true,
    lowestVersion: 1,
    highestVersion: last,
    touched: PathFilter.everything(),
    sketch: sketchOf(source),
  };
}
