/**
 * Pages of a search. In the order of the log, what an event by itself is can be asked of those too that are not searchable yet; any other order
 * ends where the log is searchable.
 */
import { asksForEventsAlone, ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import type { FoundPage, FoundPageQuery } from './event-search.ts';
import { withContents } from './found-events.ts';
import { searchedPage } from './found-pages.ts';
import type { SearchReading } from './search-reading.ts';
import { unsearchedEvents } from './unsearched-events.ts';

interface LogSight {
  readonly searchedTo: bigint;
  /** The last position that is looked at. It goes back only where the model is built anew, so that what was seen once is found again. */
  readonly end: bigint;
}

export async function foundPage(reading: SearchReading, asked: FoundPageQuery): Promise<Result<FoundPage>> {
  if (asked.sort !== 'position' || !asksForEventsAlone(asked.query)) return searchedPage(reading, asked);
  const sight = await sightToHead(reading.from);
  if (sight.end <= sight.searchedTo) return searchedPage(reading, asked);
  const limit = Math.min(asked.limit, STORE_LIMITS.pageEvents);
  const page = await (asked.direction === 'asc' ? upwards : downwards)(reading, { ...asked, limit }, sight);
  return page.ok ? ok({ ...page.value, searchedTo: sight.end }) : page;
}

async function sightToHead(from: Queryable): Promise<LogSight> {
  const { rows } = await from.query<{ searched: bigint; head: bigint }>(
    `SELECT coalesce((SELECT position FROM read_model WHERE name = 'search'), 0) AS searched,
       coalesce((SELECT max(position) FROM event), 0) AS head`,
  );
  const { searched = 0n, head = 0n } = rows[0] ?? {};
  return { searchedTo: searched, end: least(head, searched + BigInt(STORE_LIMITS.unsearchedEvents)) };
}

async function upwards(
  reading: SearchReading,
  asked: FoundPageQuery,
  { searchedTo, end }: LogSight,
): Promise<Result<FoundPage>> {
  const { from } = reading;
  const after = asked.after?.position ?? 0n;
  const searched = after < searchedTo ? await searchedPage(reading, asked) : ok(NO_PAGE);
  if (!searched.ok || searched.value.isMore) return searched;
  const { events } = searched.value;
  const room = asked.limit - events.length;
  const above = after < searchedTo ? searchedTo : after;
  const logged = await unsearchedEvents(from, { ...asked, above, upTo: end, limit: room + 1 });
  const rest = await withContents(from, logged.slice(0, room), asked);
  return ok({ events: [...events, ...rest], isMore: logged.length > room, searchedTo: end });
}

const NO_PAGE: FoundPage = { events: [], isMore: false, searchedTo: 0n };

async function downwards(
  reading: SearchReading,
  asked: FoundPageQuery,
  { searchedTo, end }: LogSight,
): Promise<Result<FoundPage>> {
  const { from } = reading;
  const upTo = asked.after === null ? end : least(end, asked.after.position - 1n);
  if (upTo <= searchedTo) return searchedPage(reading, asked);
  const logged = await unsearchedEvents(from, { ...asked, above: searchedTo, upTo, limit: asked.limit + 1 });
  const events = await withContents(from, logged.slice(0, asked.limit), asked);
  if (logged.length > asked.limit) return ok({ events, isMore: true, searchedTo: end });
  const room = asked.limit - events.length;
  const after = { at: searchedTo + 1n, position: searchedTo + 1n };
  // Of a page that is full already the next row is asked for, to know whether there is one.
  const searched = await searchedPage(reading, { ...asked, after, limit: Math.max(1, room) });
  if (!searched.ok) return searched;
  const rest = searched.value;
  const isMore = rest.isMore || rest.events.length > room;
  return ok({ events: [...events, ...rest.events.slice(0, room)], isMore, searchedTo: end });
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
