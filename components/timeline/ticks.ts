/**
 * Lines and labels under the track. On the time scale they stand on round places of the zone's calendar: whole years, months,
 * Mondays, days, hours and so on down to microseconds; on the event scale on round ordinals.
 *
 * Law: ticks ascend, lie inside the window, and are at least about MIN_GAP pixels apart. A label says what is new at its tick: the first
 * tick of a day names the day, the first of a year the year; `context` says what none of the labels does.
 */

import { CALENDAR_STEPS, type CalendarStep, floorTo, nextFrom } from '#client/calendar';
import type { Fold } from '#client/playhead-folds';
import type { Span } from '#client/playhead-positions';
import { countText } from '#client/playhead-words';
import { contextOf, fullLabelOf, labelOf } from '#client/tick-labels';
import { fixedClock, wallClock } from '#client/wall-clock';
import type { Axis } from '#core';

/** Pixels between two ticks, so that the longest label has room. */
export const MIN_GAP = 84;

export interface Tick {
  readonly place: number;
  readonly label: string;
  /** Starts a larger unit (a year among months), so it is drawn stronger. */
  readonly major: boolean;
}

export interface Ticks {
  readonly ticks: readonly Tick[];
  /** What the window's left edge lies in ("3 Mar 2026") or what the labels count, or null where they say it all. */
  readonly context: string | null;
}

/**
 * `origin` is the instant of place 0 in milliseconds since 1970 UTC. Inside a fold there are no ticks; the first one behind it says
 * in full where the line goes on.
 */
export function timeTicks(
  window: Span,
  origin: number,
  width: number,
  { folds = [], zone = 'UTC' }: TickOptions = {},
): Ticks {
  const step = stepFor((window.to - window.from) / Math.max(1, width / MIN_GAP));
  const { toLocal } = wallClock(zone);
  const ticks: Tick[] = [];
  const stretches = stretchesOf(window, folds);
  for (const [index, { from, to, shift }] of stretches.entries()) {
    let isFirst = index > 0;
    for (const at of roundInstants(origin + from + shift, origin + to + shift, step, zone)) {
      const label = labelOf(toLocal(at), step);
      ticks.push({
        place: at - origin - shift,
        ...(isFirst ? { ...label, label: fullLabelOf(toLocal(at), step) } : label),
      });
      isFirst = false;
    }
  }
  const [first] = stretches;
  if (first === undefined) return { ticks, context: null };
  return { ticks, context: contextOf(toLocal(origin + first.from + first.shift), step) };
}

interface TickOptions {
  readonly folds?: readonly Fold[];
  /** A name of the tz database. */
  readonly zone?: string;
}

/** The instants at which the zone's clock shows something round, ascending. */
function roundInstants(from: number, to: number, step: CalendarStep, zone: string): readonly number[] {
  const { toLocal, toInstant } = step.about < HOUR ? fixedClock(zone, from) : wallClock(zone);
  const instants: number[] = [];
  // Around a clock that is put back the readings of both ends may be the wrong way round: an hour more is looked at.
  const last = toLocal(to) + (zone === 'UTC' ? 0 : HOUR);
  let before = Number.NEGATIVE_INFINITY;
  for (let local = floorTo(toLocal(from), step); local <= last; local = nextFrom(local, step)) {
    const at = toInstant(local);
    if (at >= from && at <= to && at > before) {
      instants.push(at);
      before = at;
    }
  }
  return instants;
}

const HOUR = 3_600_000;

/** The parts of the window between folds; `shift` leads from a place to its instant. */
function stretchesOf({ from, to }: Span, folds: readonly Fold[]): (Span & { shift: number })[] {
  const stretches: (Span & { shift: number })[] = [];
  let begin = from;
  let shift = 0;
  for (const fold of folds) {
    if (fold.fromPlace > to) break;
    if (fold.fromPlace > begin) stretches.push({ from: begin, to: fold.fromPlace, shift });
    begin = Math.max(begin, fold.toPlace);
    shift = fold.to - fold.toPlace;
  }
  if (begin < to) stretches.push({ from: begin, to, shift });
  return stretches;
}

/** On the occurred axis the number of an event is not its place, which is what these labels say. */
export function eventTicks(window: Span, width: number, length: number, axis: Axis): Ticks {
  const atLeast = Math.max(1, ((window.to - window.from) * MIN_GAP) / width);
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= atLeast) ?? 1;
  const ticks: Tick[] = [];
  const first = Math.max(step, Math.ceil(window.from / step) * step);
  for (let ordinal = first; ordinal <= Math.min(length, window.to); ordinal += step)
    ticks.push({ place: ordinal, label: countText(ordinal), major: false });
  return { ticks, context: axis === 'occurred' ? 'place' : null };
}

function stepFor(atLeast: number): CalendarStep {
  const last = CALENDAR_STEPS[CALENDAR_STEPS.length - 1];
  const found = CALENDAR_STEPS.find((step) => step.about >= atLeast) ?? last;
  if (found === undefined) throw new Error('There are calendar steps.');
  return found;
}
