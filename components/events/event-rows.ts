/**
 * The rows of the event list by arithmetic, so that a million events cost nothing: only the days are listed.
 *
 * A row is a number: positive the event of that ordinal, negative the heading of the day of that ordinal, 0 the place before the
 * first event. Law: rowAt(indexOf(o)) = o, and the rows are those of a list written out one by one.
 */
import type { EventOrder } from '#client/event-order';
import type { Columns } from '#client/playhead-columns';
import { wallClock } from '#client/wall-clock';
import { dayOf, type SketchedSegment } from '#core';

export const ROW_HEIGHT = { event: 44, day: 28, origin: 36 } as const;

/** A stretch of events on one day of the axis: its first ordinal, and days since 1970. */
export type DayStretch = readonly [first: number, day: number];

/** Of UTC, which the outline tells. */
export function daysOf(segments: readonly SketchedSegment[]): readonly DayStretch[] {
  const days: DayStretch[] = [];
  for (const { first, sketch } of segments) {
    const day = dayOf(sketch.clocks[0] ?? 0n);
    if (days.at(-1)?.[1] !== day) days.push([first, day]);
    for (const stretch of sketch.days) days.push(stretch);
  }
  return days;
}

/**
 * Of another zone: from midnight to midnight of its clock, which a day of a changed clock has 23 or 25 hours between. What no segment
 * has told yet lies where the outline puts it.
 */
export function daysInZone({ at, length, origin }: Columns, zone: string): readonly DayStretch[] {
  const { toLocal, toInstant } = wallClock(zone);
  const days: DayStretch[] = [];
  for (let first = 1; first <= length; ) {
    const day = Math.floor(toLocal(origin + (at[first - 1] ?? 0)) / DAY_MS);
    days.push([first, day]);
    const midnight = toInstant((day + 1) * DAY_MS) - origin;
    first =
      Math.max(
        first,
        countWhile(length, (index) => (at[index] ?? 0) < midnight),
      ) + 1;
  }
  return days;
}

const DAY_MS = 86_400_000;

/** The days of the places that a filter leaves: days on which it shows nothing have none. */
export function daysOfPlaces(
  days: readonly DayStretch[],
  matching: { readonly count: number; rank(ordinal: number): number },
): readonly DayStretch[] {
  return days.flatMap(([first, day], index): readonly DayStretch[] => {
    const next = days[index + 1];
    const place = matching.rank(first - 1) + 1;
    const behind = next === undefined ? matching.count + 1 : matching.rank(next[0] - 1) + 1;
    return place < behind ? [[place, day]] : [];
  });
}

export class EventRows {
  readonly count: number;
  /** Pixels of all rows. */
  readonly total: number;
  /** Ordinals before which a heading stands, in the order of the rows. */
  private readonly headings: readonly number[];

  constructor(
    private readonly length: number,
    private readonly order: EventOrder,
    private readonly days: readonly DayStretch[],
  ) {
    // The line above the list names the first day already.
    this.headings =
      order === 'oldest'
        ? days.map(([first]) => first)
        : days
            .slice(1)
            .map(([first]) => first - 1)
            .reverse();
    this.count = length + 1 + this.headings.length;
    this.total = this.offset(this.count);
  }

  rowAt(index: number): number {
    const { length, order, headings } = this;
    const above = countWhile(headings.length, (place) => this.indexOfHeading(place) < index);
    if (above < headings.length && this.indexOfHeading(above) === index) return -(headings[above] ?? 0);
    return order === 'oldest' ? index - above : length - (index - above);
  }

  indexOf(ordinal: number): number {
    const { length, order, headings } = this;
    const events = order === 'oldest' ? ordinal : length - ordinal;
    return events + countWhile(headings.length, (place) => this.stepsTo(headings[place] ?? 0) <= events);
  }

  /** Pixels above a row. */
  offset(index: number): number {
    const headings = countWhile(this.headings.length, (place) => this.indexOfHeading(place) < index);
    const others = index - headings;
    const origin = this.order === 'oldest' ? Number(others > 0) : Number(others > this.length);
    return headings * ROW_HEIGHT.day + origin * ROW_HEIGHT.origin + (others - origin) * ROW_HEIGHT.event;
  }

  /** The row at a height. */
  indexAt(pixel: number): number {
    return Math.max(0, countWhile(this.count, (index) => this.offset(index) <= pixel) - 1);
  }

  /** Days since 1970 of an event; null in an empty history. */
  dayOf(ordinal: number): number | null {
    const place = countWhile(this.days.length, (at) => (this.days[at]?.[0] ?? 0) <= ordinal);
    return this.days[place - 1]?.[1] ?? null;
  }

  /** The day in which the row lies; null before the first event. */
  dayAt(index: number): number | null {
    const row = Math.abs(this.rowAt(Math.min(index, this.count - 1)));
    return row === 0 ? null : this.dayOf(row);
  }

  /** Events and the origin that stand above the row of an ordinal. */
  private stepsTo(ordinal: number): number {
    return this.order === 'oldest' ? ordinal : this.length - ordinal;
  }

  private indexOfHeading(place: number): number {
    return this.stepsTo(this.headings[place] ?? 0) + place;
  }
}

export const heightOf = (row: number): number =>
  row === 0 ? ROW_HEIGHT.origin : row > 0 ? ROW_HEIGHT.event : ROW_HEIGHT.day;

/** Of the first so many places, how many the condition holds for, where it holds up to some place and not behind it. */
function countWhile(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
