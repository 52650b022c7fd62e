/** Pages of what is searchable in the order of a clock, by keys: any page costs what the first one costs. */
import { ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { Binder } from './binder.ts';
import type { FoundPage, FoundPageQuery } from './event-search.ts';
import { foreseenLong } from './foreseen.ts';
import { type Found, foundBy } from './found-by.ts';
import { type ListedPlace, listedEvents, withContents } from './found-events.ts';
import { asksForFewTimes } from './narrow-times.ts';
import { orderOf, placeOf } from './page-order.ts';
import { pageWalks } from './page-walks.ts';
import type { SearchReading } from './search-reading.ts';

export async function searchedPage(
  reading: SearchReading,
  asked: FoundPageQuery,
): Promise<Result<FoundPage>> {
  const { from } = reading;
  const binder = new Binder();
  const limit = Math.min(asked.limit, STORE_LIMITS.pageEvents);
  // What a walk did not meet often is looked up in an index, whatever the statistics expect of it.
  const found = await foundBy(from, asked, binder, limit < SMALL_PAGE ? 'all' : 'page');
  if (!found.ok) return found;
  const isFew = await asksForFewTimes(from, asked.namespace, asked.query, asked.sort);
  const met = await walkedPage(from, asked, found.value, limit + 1, isFew);
  const whole = pageOf(asked, found.value, limit + 1, isFew, binder);
  if (met === null && asked.isPatient !== true) {
    const isGuess = found.value.walked !== null;
    const long = await foreseenLong(from, whole, binder.values, isGuess, found.value.searchedTo);
    if (long !== null) return long;
  }
  const all = met ?? (await placesOf(from, whole, binder));
  const listed = await listedEvents(reading, all.slice(0, limit), asked.query);
  const events = await withContents(from, listed, asked);
  return ok({ events, isMore: all.length > limit, searchedTo: found.value.searchedTo });
}

/** What they select of a row. */
const PLACE = 'k.position, k.type_id AS "typeId"';

async function placesOf(
  from: Queryable,
  statement: string,
  { values }: Binder,
): Promise<readonly ListedPlace[]> {
  const { rows } = await from.query<ListedPlace>(statement, [...values]);
  return rows;
}

function pageOf(
  asked: FoundPageQuery,
  condition: Found,
  limit: number,
  isFew: boolean,
  { bind }: Binder,
): string {
  const place = placeOf(asked, bind, isFew);
  const order = orderOf(asked, isFew);
  const found = `FROM searchable_event k WHERE ${condition.cheap}${place} ORDER BY ${order}`;
  if (condition.dear === null) return `SELECT ${PLACE} ${found} LIMIT ${limit}`;
  // In the order of the page, so that no more are read than the page takes.
  return `SELECT ${PLACE} FROM (SELECT k.* ${found} OFFSET 0) k WHERE ${condition.dear} ORDER BY ${order} LIMIT ${limit}`;
}

const SMALL_PAGE = 500;

/**
 * A small page of what is met often is full after some rows, whatever the size of the log, so they are walked first, and what the query asks of an
 * event's inside is looked up row by row. null: it was not full, and there are more rows: then what is asked for is rare enough to be found in an
 * index and sorted.
 */
async function walkedPage(
  from: Queryable,
  asked: FoundPageQuery,
  { walked }: Found,
  limit: number,
  isFew: boolean,
): Promise<readonly ListedPlace[] | null> {
  if (walked === null || limit > SMALL_PAGE) return null;
  for (const { rows, more, within, order } of await pageWalks(from, asked, walked, isFew)) {
    const binder = new Binder();
    // Row after row, so that no more are read than fill the page.
    const filled = `SELECT ${PLACE} FROM (${rows(binder)}) k WHERE ${within(binder)} ORDER BY ${order} LIMIT ${limit}`;
    const places = await placesOf(from, filled, binder);
    if (places.length === limit) return places;
    const behind = new Binder();
    const { rowCount } = await from.query(more(behind), [...behind.values]);
    if (rowCount === 0) return places;
  }
  return null;
}
