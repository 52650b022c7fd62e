/** From a number of the overview to the events that it counts. */
import { type Times, withTimes } from '#core';
import { type AppTime, DEFAULT_SEARCH_VIEW, writeSearchView } from '#wire';

/** What of the page goes along: its namespace, the moment up to which it counts, and the axis by which it does. */
export interface CountedOn {
  readonly namespace: string;
  readonly time: AppTime;
}

/** `q` as the overview answered it. */
export function eventsHref({ namespace, time: { asOf, axis, zone } }: CountedOn, q: string): string {
  const query = writeSearchView({ ...DEFAULT_SEARCH_VIEW, namespace, text: q, asOf, axis, sort: axis, zone });
  return query.size === 0 ? '/events' : `/events?${query}`;
}

/** Those of a part of the time. */
export function eventsHrefWithin(on: CountedOn, q: string, times: Times): string {
  return eventsHref(on, withTimes(q, on.time.axis, times));
}
