/** Playing at a number of events a second: from elapsed time to whole events, without losing fractions between frames. */
export const SPEEDS: readonly number[] = [0.5, 1, 2, 5, 10, 50];

export const DEFAULT_SPEED = 5;

/** After a longer pause (a hidden tab) playing goes on from where it was instead of leaping. */
const LONGEST_FRAME_MS = 250;

/** `owed` is the fraction of an event left over from the frames before. */
export function playedEvents(
  owed: number,
  elapsedMs: number,
  speed: number,
): { events: number; owed: number } {
  const due = owed + (Math.min(Math.max(0, elapsedMs), LONGEST_FRAME_MS) / 1000) * speed;
  const events = Math.floor(due);
  return { events, owed: due - events };
}

/** The next faster (1) or slower (−1) speed; the same at either end. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const index = SPEEDS.indexOf(speed) + direction;
  return SPEEDS[index] ?? speed;
}

/** Where playing starts: at the end it starts over. */
export const playFrom = (ordinal: number, first: number, last: number): number =>
  ordinal >= last ? first : ordinal;
