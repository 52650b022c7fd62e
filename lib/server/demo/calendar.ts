/** The time of the story, in milliseconds since 1970 UTC. It never looks at a clock: the story ends on the same day for ever. */
export type Milliseconds = number;

export const seconds = (n: number): Milliseconds => n * 1_000;
export const minutes = (n: number): Milliseconds => seconds(n * 60);
export const hours = (n: number): Milliseconds => minutes(n * 60);
export const days = (n: number): Milliseconds => hours(n * 24);

/** `at('2026-03-14', '02:13')` */
export const at = (day: string, time = '00:00'): Milliseconds => Date.parse(`${day}T${time}:00Z`);

export const STORY_BEGINS = at('2025-01-01');
/** The first instant that is no longer told. */
export const STORY_ENDS = at('2026-07-01');

/** Every so often from one instant to another, the end left out. */
export function* every(step: Milliseconds, from = STORY_BEGINS, until = STORY_ENDS): Generator<Milliseconds> {
  for (let time = from; time < until; time += step) yield time;
}
