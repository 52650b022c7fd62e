/**
 * The rows of the event list as plain numbers, so that a million events cost eight megabytes and no objects: a positive
 * number is the event of that ordinal, a negative one the heading of the day of that ordinal, 0 the place before the
 * first event.
 */
import type { Axis, EventHeader, History } from '#core';

export const ROW_HEIGHT = { event: 44, day: 28, origin: 36 } as const;

export type EventOrder = 'newest' | 'oldest';

/** What the list reads of a history. */
export type ListedStream = Pick<History, 'axis' | 'length' | 'event' | 'ordinalOfVersion'>;

export interface EventRows {
  readonly rows: Int32Array;
  /** By ordinal, 0 included: its place in `rows`. */
  readonly indexOf: Int32Array;
}

export function eventRows(history: ListedStream, order: EventOrder): EventRows {
  const { length, axis } = history;
  const rows: number[] = [];
  const indexOf = new Int32Array(length + 1);
  const put = (ordinal: number): void => {
    indexOf[ordinal] = rows.length;
    rows.push(ordinal);
  };
  if (order === 'oldest') put(0);
  let day: bigint | null = null;
  for (let step = 1; step <= length; step += 1) {
    const ordinal = order === 'newest' ? length + 1 - step : step;
    const next = dayOf(instantOn(history.event(ordinal), axis));
    // The line above the list names the first day already.
    if (next !== day && rows.length > 0) rows.push(-ordinal);
    day = next;
    put(ordinal);
  }
  if (order === 'newest') put(0);
  return { rows: Int32Array.from(rows), indexOf };
}

export function rowHeight(row: number): number {
  if (row === 0) return ROW_HEIGHT.origin;
  return row > 0 ? ROW_HEIGHT.event : ROW_HEIGHT.day;
}

/** Pixels above a row. */
export function rowOffset(rows: Int32Array, index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += rowHeight(rows[at] ?? 0);
  return offset;
}

/** The ordinal of the day heading that governs the row at `index`, or null above the first. */
export function dayOrdinalAt(rows: Int32Array, index: number): number | null {
  for (let at = index; at >= 0; at -= 1) {
    const row = rows[at] ?? 0;
    if (row < 0) return -row;
  }
  return null;
}

export function instantOn(event: EventHeader, axis: Axis): bigint {
  return axis === 'recorded' ? event.recordedAt : event.occurredAt;
}

function dayOf(micros: bigint): bigint {
  return micros - (((micros % DAY) + DAY) % DAY);
}

const DAY = 86_400_000_000n;
