/** Headers of events for components: drawn as they come. */
import { useEffect, useSyncExternalStore } from 'react';
import type { EventBook } from './event-book.ts';

export interface EventsOf<Event> {
  readonly events: Pick<EventBook, 'want' | 'subscribe' | 'turn'>;
  peek(ordinal: number): Event | null;
}

/** Renders again when one of these events has come, or has to be asked for again. The answer looks up any event that is there; null: it is not. */
export function useEvents<Event>(
  { events, peek }: EventsOf<Event>,
  ordinals: readonly number[],
): (ordinal: number) => Event | null {
  const there = () => {
    const missing = ordinals.filter((ordinal) => peek(ordinal) === null).length;
    // Where nothing is missing, nobody has to ask again.
    return missing === 0 ? '' : `${missing} ${events.turn}`;
  };
  useSyncExternalStore(events.subscribe, there, there);
  useEffect(() => events.want(ordinals));
  return peek;
}
