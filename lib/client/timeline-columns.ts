/**
 * The columns of a timeline that are whole from the start: what no segment has told yet is drawn from the outline, evenly between the
 * clocks that it gives and with its types in their proportion. `exact` tells the two apart.
 */
import { type Axis, clockOf, type EventHeader, SKETCH_STEP } from '#core';
import type { OutlinedSegment, ReadOutline } from '#wire';
import { type LateEvents, lateEvents } from './late-events.ts';
import { type Category, categoriesOf } from './playhead-categories.ts';
import type { Columns } from './playhead-columns.ts';

/** What one segment tells. */
export interface SegmentColumns {
  /** Ordinal of its first event. */
  readonly first: number;
  /** By ordinal − first: milliseconds after the first event of the history. */
  readonly at: Float64Array<ArrayBuffer>;
  /** By ordinal − first: index in the list of types that the outline gives. */
  readonly type: Uint32Array<ArrayBuffer>;
  readonly late: LateEvents;
}

export class TimelineColumns implements Columns {
  readonly length: number;
  readonly origin: number;
  readonly at: Float64Array;
  readonly type: Uint32Array;
  readonly slot: Uint8Array;
  readonly types: readonly string[];
  readonly legend: readonly Category[];
  readonly late: LateEvents[] = [];
  revision = 0;
  private readonly known: TimelineTypes;
  /** By ordinal − 1: 1 where a segment has told it. */
  private readonly told: Uint8Array;

  constructor(segments: readonly OutlinedSegment[], types: TimelineTypes) {
    this.known = types;
    this.length = segments.at(-1)?.last ?? 0;
    this.origin = Number(types.origin) / 1000;
    this.at = new Float64Array(this.length);
    this.type = new Uint32Array(this.length);
    this.told = new Uint8Array(this.length);
    this.types = [...types.names.keys()];
    this.legend = types.legend;
    for (const segment of segments) this.sketch(segment);
    this.slot = Uint8Array.from(this.type, (index) => types.slots[index] ?? 0);
  }

  /** Nothing is drawn from the outline any more. */
  get isExact(): boolean {
    return !this.told.includes(0);
  }

  exact(ordinal: number): boolean {
    return this.told[ordinal - 1] === 1;
  }

  tell({ first, at, type, late }: SegmentColumns): void {
    if (late.ordinals.length > 0 && !this.exact(first)) this.late.push(late);
    this.at.set(at, first - 1);
    this.type.set(type, first - 1);
    this.slot.set(
      type.map((index) => this.known.slots[index] ?? 0),
      first - 1,
    );
    this.told.fill(1, first - 1, first - 1 + at.length);
    this.revision += 1;
  }

  private sketch({ first, last, sketch }: OutlinedSegment): void {
    const { origin, names } = this.known;
    const shares = sharesOf(sketch.types, names);
    const clocks = sketch.clocks.map((clock) => Number(clock - origin) / 1000);
    for (let ordinal = first; ordinal <= last; ordinal += 1) {
      const step = Math.floor((ordinal - first) / SKETCH_STEP);
      const from = first + step * SKETCH_STEP;
      const to = Math.min(last, from + SKETCH_STEP);
      const begin = clocks[step] ?? 0;
      const end = clocks[step + 1] ?? begin;
      this.at[ordinal - 1] = to === from ? begin : begin + (end - begin) * ((ordinal - from) / (to - from));
      this.type[ordinal - 1] = shares((ordinal * GOLDEN) % 1);
    }
  }
}

export interface TimelineTypes {
  /** Microseconds since 1970. */
  readonly origin: bigint;
  readonly names: ReadonlyMap<string, number>;
  /** By index of the type: how many events, and the slot of its colour and shape. */
  readonly counts: readonly number[];
  readonly slots: Uint8Array;
  readonly legend: readonly Category[];
}

/** Origin, and the event types of the history in the order of the outline, with their counts. */
export function typesOf({ segments }: Pick<ReadOutline, 'segments'>): TimelineTypes {
  const names = new Map<string, number>();
  const counts: number[] = [];
  for (const { type, events } of segments.flatMap(({ sketch }) => sketch.types)) {
    const index = names.get(type) ?? names.size;
    names.set(type, index);
    counts[index] = (counts[index] ?? 0) + events;
  }
  const { slotOf: slots, legend } = categoriesOf(
    [...names].map(([name, index]) => ({ name, count: counts[index] ?? 0 })),
  );
  return { origin: segments[0]?.sketch.clocks[0] ?? 0n, names, counts, slots, legend };
}

/** Multiples of it fall evenly into every part of the interval from 0 to 1, however it is cut. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** From a number of 0 to 1 to an index of a type, each as often as it is met. */
function sharesOf(
  types: readonly { readonly type: string; readonly events: number }[],
  names: ReadonlyMap<string, number>,
): (part: number) => number {
  const all = types.reduce((sum, { events }) => sum + events, 0);
  let before = 0;
  const ends = types.map(({ type, events }) => {
    before += events;
    return { end: before / all, index: names.get(type) ?? 0 };
  });
  return (part) => ends.find(({ end }) => part < end)?.index ?? ends.at(-1)?.index ?? 0;
}

/** `source` is a segment, or anything else that knows its events by their ordinals; `isLate` as core tells it (lateInSegment). */
export function segmentColumns(
  source: { readonly first: number; readonly last: number; header(ordinal: number): EventHeader },
  axis: Axis,
  { origin, names }: TimelineTypes,
  isLate: Uint8Array,
): SegmentColumns {
  const { first, last } = source;
  const at = new Float64Array(last - first + 1);
  const type = new Uint32Array(last - first + 1);
  for (let index = 0; index < at.length; index += 1) {
    const header = source.header(first + index);
    at[index] = Number(clockOf(header, axis) - origin) / 1000;
    type[index] = names.get(header.type) ?? 0;
  }
  return { first, at, type, late: lateEvents(source, axis, origin, isLate) };
}
