/** How many events lie between two moments, and who they are by. */
import type { History } from '#core';

/** Of more events than this, only the number is told: their actors would have to be read one by one. */
const MOST_READ = 16_384;

export interface ActorsBetween {
  readonly events: number;
  /** In the order of their first event; null: there are too many events to look. */
  readonly actors: readonly string[] | null;
}

/** The later moment's own event is one of them, the earlier's is not. */
export function actorsBetween(history: Pick<History, 'event'>, one: number, other: number): ActorsBetween {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  const events = to - from;
  if (events > MOST_READ) return { events, actors: null };
  const actors = new Set<string>();
  for (let ordinal = from + 1; ordinal <= to; ordinal += 1) {
    const { actor } = history.event(ordinal);
    if (actor !== null) actors.add(actor);
  }
  return { events, actors: [...actors] };
}
