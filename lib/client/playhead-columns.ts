/**
 * What the timeline needs of a history, read once into typed arrays, so that a million events can be binned and searched
 * within one frame.
 *
 * Instants are milliseconds after the first event: a double keeps microseconds over 285 years that way. On the recorded
 * axis the running maximum of recordedAt places an event, as it does for "as of"; so `at` never falls.
 */
import type { EventHeader, History } from '#core';
import { type Category, categoriesOf } from './playhead-categories.ts';

export interface Columns {
  readonly length: number;
  /** Instant of the first event, milliseconds since 1970 UTC; 0 for an empty history. */
  readonly origin: number;
  /** By ordinal − 1: milliseconds after the origin. */
  readonly at: Float64Array;
  /** By ordinal − 1: index into `types`. */
  readonly type: Uint32Array;
  /** By ordinal − 1: slot of the colour and the shape. */
  readonly slot: Uint8Array;
  readonly types: readonly string[];
  readonly legend: readonly Category[];
}

const known = new WeakMap<History, Columns>();

/** The columns where they were read before. */
export const knownColumns = (history: History): Columns | undefined => known.get(history);

/** Reads everything in one go; computed once for each history. */
export function columnsOf(history: History): Columns {
  const reading = readColumns(history, Math.max(1, history.length));
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Reads `slice` events between two yields, so that a long history need not hold up the page. */
export function* readColumns(history: History, slice: number): Generator<number, Columns> {
  const before = known.get(history);
  if (before !== undefined) return before;
  const { length } = history;
  const at = new Float64Array(length);
  const type = new Uint32Array(length);
  const tally = new TypeTally();
  const origin = length === 0 ? 0n : placeOf(history.event(1), history.axis);
  for (let index = 0; index < length; index++) {
    const header = history.event(index + 1);
    at[index] = Number(placeOf(header, history.axis) - origin) / 1000;
    type[index] = tally.add(header.type);
    if ((index + 1) % slice === 0 && index + 1 < length) yield index + 1;
  }
  const { slotOf, legend } = categoriesOf(tally.types);
  const slot = Uint8Array.from(type, (index) => slotOf[index] ?? 0);
  const types = tally.types.map(({ name }) => name);
  const columns = { length, origin: Number(origin) / 1000, at, type, slot, types, legend };
  known.set(history, columns);
  return columns;
}

const placeOf = (header: EventHeader, axis: History['axis']): bigint =>
  axis === 'recorded' ? header.recordedHigh : header.occurredAt;

class TypeTally {
  readonly types: { name: string; count: number }[] = [];
  private readonly indexOf = new Map<string, number>();

  add(name: string): number {
    const index = this.indexOf.get(name) ?? this.types.length;
    const found = this.types[index];
    if (found !== undefined) found.count += 1;
    else {
      this.indexOf.set(name, index);
      this.types.push({ name, count: 1 });
    }
    return index;
  }
}
