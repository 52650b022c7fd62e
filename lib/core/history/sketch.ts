/**
 * What a timeline can draw of a segment before the segment is read: which types its events have, and when a few of them happened.
 *
 * Law: what it says is exact. A clock is the event's place on the axis, in microseconds since 1970. What lies between two clocks it
 * does not say.
 */
import { EVENT_FLAGS } from '../event.ts';
import type { SegmentParts } from './encode-segment.ts';
import type { EventHeader } from './history.ts';
import type { Segment } from './segment.ts';

/** From one clock to the next, in events. */
export const SKETCH_STEP = 256;

export interface Sketch {
  /** In the order in which they are met. */
  readonly types: readonly TypeCount[];
  /** Of the first event, of every {@link SKETCH_STEP}th behind it, and of the last. Ascending. */
  readonly clocks: readonly bigint[];
  /**
   * Events that lie on another day (UTC) of the axis than the one before them: ordinal, and days since 1970. The first event of the segment
   * is not among them.
   */
  readonly days: readonly (readonly [ordinal: number, day: number])[];
  /** How many events have a time that is not ours. */
  readonly timed: number;
  /** Of the events whose occurredAt is not ours, the latest in microseconds; null where there is none. */
  readonly latest: bigint | null;
  /** And the lowest version of those. */
  readonly lowest: number | null;
}

export interface TypeCount {
  readonly type: string;
  readonly events: number;
}

/** A segment, or what else knows its events by their ordinals. */
export interface SketchSource extends Pick<Segment, 'axis' | 'first' | 'last'> {
  header(ordinal: number): SketchedEvent;
}

export type SketchedEvent = Pick<EventHeader, 'type' | 'version' | 'occurredAt' | 'recordedHigh' | 'flags'>;

/** Of a segment that is not encoded yet. Law: sketchOf(decode(encode(p))) = sketchOfParts(p). */
export function sketchOfParts({ axis, first, events }: SegmentParts): Sketch {
  const header = (ordinal: number): SketchedEvent => {
    const event = events[ordinal - first];
    if (event === undefined) throw new RangeError(`There is no event ${ordinal}.`);
    return event;
  };
  return sketchOf({ axis, first, last: first + events.length - 1, header });
}

/** A segment has at least one event. */
export function sketchOf(segment: SketchSource): Sketch {
  const { first, last, axis } = segment;
  const types = new Map<string, number>();
  const clocks: bigint[] = [];
  const days: [number, number][] = [];
  let timed = 0;
  let latest: bigint | null = null;
  let lowest: number | null = null;
  let day: number | null = null;
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const header = segment.header(ordinal);
    const clock = clockOf(header, axis);
    types.set(header.type, (types.get(header.type) ?? 0) + 1);
    if ((ordinal - first) % SKETCH_STEP === 0 || ordinal === last) clocks.push(clock);
    if (day !== null && dayOf(clock) !== day) days.push([ordinal, dayOf(clock)]);
    day = dayOf(clock);
    if ((header.flags & OURS) !== OURS) timed += 1;
    if ((header.flags & EVENT_FLAGS.occurredIsOurs) !== 0) continue;
    if (latest === null || header.occurredAt > latest) latest = header.occurredAt;
    lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, header.version);
  }
  return {
    types: [...types].map(([type, events]) => ({ type, events })),
    clocks,
    days,
    timed,
    latest,
    lowest,
  };
}

/** As JSON; microseconds are decimal strings. */
export function sketchText(sketch: Sketch): string {
  return JSON.stringify(sketch, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/** Where an event stands on the axis: recordedHigh never falls with the version, occurredAt never with the place. */
export const clockOf = (
  header: Pick<EventHeader, 'recordedHigh' | 'occurredAt'>,
  axis: Segment['axis'],
): bigint => (axis === 'recorded' ? header.recordedHigh : header.occurredAt);

/** Days since 1970, UTC. */
export const dayOf = (micros: bigint): number => Number((micros - (((micros % DAY) + DAY) % DAY)) / DAY);

const DAY = 86_400_000_000n;
const OURS = EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedIsOurs;
