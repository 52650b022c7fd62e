/** Headers of events for components: drawn as they come. */
import { useEffect, useSyncExternalStore } from 'react';
import type { EventBook } from './event-book.ts';

export interface EventsOf<Event> {
  readonly events: Pick<EventBook, 'want' | 'subscribe'>;
  peek(ordinal: number): Event | null;
}

/** Renders again when one of these events has come. The answer looks up any event that is there; null: it is not. */
export function useEvents<Event>(
  { events, peek }: EventsOf<Event>,
  ordinals: readonly number[],
): (ordinal: number) => Event | null {
  const there = () => ordinals.reduce((count, ordinal) => count + (peek(ordinal) === null ? 0 : 1), 0);
  useSyncExternalStore(events.subscribe, there, there);
  useEffect(() => events.want(ordinals));
  return peek;
}
