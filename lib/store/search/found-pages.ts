/** Pages of what is searchable in the order of a clock, by keys: any page costs what the first one costs. */
import { ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { Binder } from './binder.ts';
import type { FoundPage, FoundPageQuery } from './event-search.ts';
import { type Found, foundBy } from './found-by.ts';
import { eventsAt, withContents } from './found-events.ts';
import { asksForFewTimes } from './narrow-times.ts';
import { orderOf } from './page-order.ts';
import { readingAhead } from './reading-ahead.ts';
import { SMALL_PAGE, walkedPage } from './walked-page.ts';

export async function searchedPage(from: Queryable, asked: FoundPageQuery): Promise<Result<FoundPage>> {
  const binder = new Binder();
  const limit = Math.min(asked.limit, STORE_LIMITS.pageEvents);
  // What a walk did not meet often is looked up in an index, whatever the statistics expect of it.
  const found = await foundBy(from, asked, binder, limit < SMALL_PAGE ? 'all' : 'page');
  if (!found.ok) return found;
  const isFew = await asksForFewTimes(from, asked.namespace, asked.query, asked.sort);
  const all =
    (await walkedPage(from, asked, found.value, limit + 1, isFew)) ??
    (await positionsOf(from, pageOf(asked, found.value, limit + 1, isFew, binder), binder));
  const positions = all.slice(0, limit);
  const events = await readingAhead(from, async () =>
    withContents(from, await eventsAt(from, positions, asked.query), asked),
  );
  return ok({ events, isMore: all.length > limit, searchedTo: found.value.searchedTo });
}

async function positionsOf(
  from: Queryable,
  statement: string,
  { values }: Binder,
): Promise<readonly bigint[]> {
  const { rows } = await from.query<{ position: bigint }>(statement, [...values]);
  return rows.map(({ position }) => position);
}

function pageOf(
  asked: FoundPageQuery,
  condition: Found,
  limit: number,
  isFew: boolean,
  { bind }: Binder,
): string {
  const { place, order } = orderOf(asked, isFew, bind);
  const found = `FROM searchable_event k WHERE ${condition.cheap}${place} ORDER BY ${order}`;
  if (condition.dear === null) return `SELECT k.position ${found} LIMIT ${limit}`;
  // In the order of the page, so that no more are read than the page takes.
  return `SELECT k.position FROM (SELECT k.* ${found} OFFSET 0) k WHERE ${condition.dear} ORDER BY ${order} LIMIT ${limit}`;
}
