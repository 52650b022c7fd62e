/** Which end of the event list is on top, as this browser remembers it. */
export type EventOrder = 'newest' | 'oldest';

/** Read by the server, so that the first picture is the right one. */
export const EVENT_ORDER_COOKIE = 'chronoscope-event-order';

export const eventOrderOf = (cookie: string | undefined): EventOrder =>
  cookie === 'oldest' ? 'oldest' : 'newest';
