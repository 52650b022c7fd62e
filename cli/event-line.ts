/** How commands write an event: who and when, the same words in every command. */
import { type EventHeader, formatInstant } from '#core';

/** `#812 OrderShipped by alice, 2026-03-03T14:02:11Z` with the time of the asked axis. */
export function eventWords(event: EventHeader, axis: 'recorded' | 'occurred'): string {
  const time = formatInstant(axis === 'occurred' ? event.occurredAt : event.recordedAt);
  return `#${event.version} ${event.type}${event.actor === null ? '' : ` by ${event.actor}`}, ${time}`;
}
