/**
 * Counts of a search put together into the bars of a histogram: whole minutes, hours, days, weeks or months of the zone.
 *
 * Laws: every event is in one bar; bars follow each other without a gap, over all of the range that the query asks for; there are at most
 * about MOST_BARS. The edges of bars are edges of what was counted, so that a range of whole bars has exactly their events. Where the edges
 * of the zone are not (hours are counted by UTC, and some zones are ahead of it by half an hour), bars go by the clock of the counts, and say so.
 */
import { parseInstant, type Times } from '#core';
import type { FoundSummaryAnswer } from '#wire';
import { CALENDAR_STEPS, type CalendarStep, floorTo, nextFrom } from '../calendar.ts';
import { fixedClock, wallClock } from '../wall-clock.ts';

export const MOST_BARS = 120;

/** Milliseconds since 1970 UTC, `to` exclusive. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly events: number;
}

export interface Bars {
  /** Ascending, at least one. */
  readonly bars: readonly Bar[];
  readonly step: CalendarStep;
  /** On whose clock the bars begin: the zone that was asked for, or that of the counts. */
  readonly clock: string;
}

/** `times`: what the query asks of the same axis; `most`: about how many bars. null: there is nothing to draw. */
export function barsOf(
  { counts, width, clock }: Pick<FoundSummaryAnswer, 'counts' | 'width' | 'clock'>,
  times: Times | null,
  zone: string,
  most = MOST_BARS,
): Bars | null {
  const counted = counts.flatMap(({ at, events }) => {
    const instant = parseInstant(at);
    return instant.ok ? [{ at: Number(instant.value.micros) / 1000, events }] : [];
  });
  const widthMs = Number(width) / 1000;
  const span = spanOf(counted, widthMs, times);
  if (span === null) return null;
  const step = stepFor(span, widthMs, counted.length === 1 && times === null, most);
  const own = edgesOf(span, step, zone);
  const isExact = clock === zone || (clock === 'UTC' && own.every((edge) => edge % widthMs === 0));
  const edges = isExact ? own : edgesOf(span, step, clock);
  return { bars: filled(edges, counted), step, clock: isExact ? zone : clock };
}

interface Count {
  readonly at: number;
  readonly events: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(counted: readonly Count[], width: number, times: Times | null): Span | null {
  const first = counted[0]?.at ?? null;
  const last = counted.at(-1)?.at ?? null;
  // A day may have an hour less, so that nothing is known of where it ends but that its first instant lies in it.
  const least = width < DAY_MS ? width : 1;
  const from = times === null || times.from === null ? first : Math.floor(Number(times.from) / 1000);
  const to =
    times === null || times.to === null
      ? last === null
        ? null
        : last + least
      : Math.ceil(Number(times.to) / 1000);
  if (from === null || to === null) return null;
  // What was counted begins before a range that cuts it.
  const begin = first === null ? from : Math.min(from, first);
  return { from: begin, to: Math.max(to, begin + least, last === null ? to : last + least) };
}

/** One instant alone is shown in its day: nobody looks for the millisecond around it. */
function stepFor({ from, to }: Span, width: number, isOne: boolean, most: number): CalendarStep {
  const fitting = CALENDAR_STEPS.filter((step) => step.about >= width && holds(step, width));
  const wanted = fitting.find(({ about }) => (to - from) / about <= most && (!isOne || about >= DAY_MS));
  return wanted ?? LONGEST;
}

/** Days, and what is longer, hold every width that is counted by. */
const holds = ({ about }: CalendarStep, width: number): boolean => about >= DAY_MS || about % width === 0;

const DAY_MS = 86_400_000;
const LONGEST: CalendarStep = { unit: 'year', every: 100, about: 100 * 365.25 * DAY_MS };

function edgesOf({ from, to }: Span, step: CalendarStep, zone: string): readonly number[] {
  const { toLocal, toInstant } = step.about < HOUR_MS ? fixedClock(zone, from) : wallClock(zone);
  const edges: number[] = [];
  for (let local = floorTo(toLocal(from), step); ; local = nextFrom(local, step)) {
    const at = toInstant(local);
    // A reading that the clock skips is the one behind it.
    if (at > (edges.at(-1) ?? Number.NEGATIVE_INFINITY)) edges.push(at);
    if (edges.length > 1 && at >= to) return edges;
  }
}

const HOUR_MS = 3_600_000;

function filled(edges: readonly number[], counted: readonly Count[]): readonly Bar[] {
  const events = new Array<number>(edges.length - 1).fill(0);
  let at = 0;
  for (const count of counted) {
    while (at < events.length - 1 && count.at >= (edges[at + 1] ?? 0)) at += 1;
    events[at] = (events[at] ?? 0) + count.events;
  }
  return events.map((count, nth) => ({ from: edges[nth] ?? 0, to: edges[nth + 1] ?? 0, events: count }));
}
