/**
 * Playing: from elapsed time to events, at a number of events a second or at a multiple of the true intervals.
 *
 * Law: however the time is cut into frames, the same events are played.
 */
import type { Columns } from './playhead-columns.ts';

/** `perSecond` counts events; on the other paces it is seconds of the history. `skipping` cuts long waits short. */
export interface Pace {
  readonly kind: 'events' | 'gaps' | 'skipping';
  readonly perSecond: number;
}

const EVENTS_PER_SECOND = [0.5, 1, 2, 5, 10, 50];
const SECONDS_PER_SECOND = [1, 10, 60, 600, 3600, 86_400, 604_800, 2_592_000];

export const PACE_KINDS: readonly Pace['kind'][] = ['events', 'gaps', 'skipping'];

/** Of one kind, from slow to fast. */
export const pacesOf = (kind: Pace['kind']): readonly Pace[] =>
  (kind === 'events' ? EVENTS_PER_SECOND : SECONDS_PER_SECOND).map((perSecond) => ({ kind, perSecond }));

export const DEFAULT_PACE: Pace = { kind: 'events', perSecond: 5 };

/** What is longer than this is no pause any more, it is nothing going on. */
export const LONGEST_WAIT_MS = 1000;

/** After a longer pause (a hidden tab) playing goes on from where it was instead of leaping. */
const LONGEST_FRAME_MS = 250;

/** Before the first event there is nothing to measure a wait by. */
const FIRST_WAIT_MS = 500;

export interface Played {
  readonly ordinal: number;
  /** Milliseconds that the playhead has stood at this event. */
  readonly waited: number;
}

/** What is played: where events lie, and which comes behind another; at the end, none. */
export interface Walk extends Pick<Columns, 'at'> {
  next(ordinal: number): number;
}

/** Goes on from an event for so many milliseconds on the wall. */
export function playOn(from: Played, elapsedMs: number, walk: Walk, pace: Pace): Played {
  let { ordinal } = from;
  let waited = from.waited + Math.min(Math.max(0, elapsedMs), LONGEST_FRAME_MS);
  for (;;) {
    const next = walk.next(ordinal);
    if (next <= ordinal) break;
    const wait = waitBetween(ordinal, next, walk.at, pace);
    if (waited < wait) break;
    waited -= wait;
    ordinal = next;
  }
  return { ordinal, waited };
}

function waitBetween(ordinal: number, next: number, at: Float64Array, { kind, perSecond }: Pace): number {
  if (kind === 'events') return 1000 / perSecond;
  if (ordinal < 1) return FIRST_WAIT_MS;
  const gap = Math.max(0, (at[next - 1] ?? 0) - (at[ordinal - 1] ?? 0)) / perSecond;
  return kind === 'skipping' ? Math.min(LONGEST_WAIT_MS, gap) : gap;
}

/** The next faster (1) or slower (−1) pace of the same kind; the same at either end. */
export function nextPace(pace: Pace, direction: 1 | -1): Pace {
  const paces = pacesOf(pace.kind);
  return paces[paces.findIndex(({ perSecond }) => perSecond === pace.perSecond) + direction] ?? pace;
}

/** Where playing starts: at the end it starts over. */
export const playFrom = (ordinal: number, first: number, last: number): number =>
  ordinal >= last ? first : ordinal;

/** "5 events/s", "1 s = 1 h", "1 s = 1 h, skip idle", for the eye. */
export function paceText({ kind, perSecond }: Pace): string {
  if (kind === 'events')
    return `${perSecond === 0.5 ? '½' : perSecond} ${perSecond <= 1 ? 'event' : 'events'}/s`;
  const text = perSecond === 1 ? 'real time' : `1 s = ${lapseOf(perSecond)}`;
  return kind === 'skipping' ? `${text}, skip idle` : text;
}

/** The same for the ear. */
export function paceSentence(pace: Pace): string {
  if (pace.kind === 'events') return `${pace.perSecond} events a second`;
  const lapse = pace.perSecond === 1 ? 'Real time' : `One second is ${spokenLapse(pace.perSecond)}`;
  return pace.kind === 'skipping' ? `${lapse}, idle gaps are skipped` : lapse;
}

const UNITS = [
  [604_800, 'w', 'week'],
  [86_400, 'd', 'day'],
  [3600, 'h', 'hour'],
  [60, 'min', 'minute'],
  [1, 's', 'second'],
] as const;

const unitOf = (seconds: number) => UNITS.find(([size]) => seconds % size === 0) ?? UNITS[4];

function lapseOf(seconds: number): string {
  const [size, short] = unitOf(seconds);
  return `${seconds / size} ${short}`;
}

function spokenLapse(seconds: number): string {
  const [size, , word] = unitOf(seconds);
  return `${seconds / size} ${word}${seconds === size ? '' : 's'}`;
}
