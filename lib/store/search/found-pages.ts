/** Pages of what is searchable in the order of a clock, by keys: any page costs what the first one costs. */
import { ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { Binder } from './binder.ts';
import type { FoundPage, FoundPageQuery, SearchClock } from './event-search.ts';
import { type Found, foundBy, type WalkedCondition } from './found-by.ts';
import { eventsAt, withContents } from './found-events.ts';
import { asksForFewTimes } from './narrow-times.ts';
import { readingAhead } from './reading-ahead.ts';
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
  const all =
    (await walkedPage(from, asked, found.value, limit + 1, isFew)) ??
    (await positionsOf(from, pageOf(asked, found.value, limit + 1, isFew, binder), binder));
  const positions = all.slice(0, limit);
  const events = await readingAhead(from, async () =>
    withContents(from, await eventsAt(reading, positions, asked.query), asked),
  );
  return ok({ events, isMore: all.length > limit, searchedTo: found.value.searchedTo });
}

const COLUMNS: Readonly<Record<SearchClock, string>> = {
  recorded: 'k.recorded_at',
  occurred: 'k.occurred_at',
  position: 'k.position',
};

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

/** A small page of what is met often is full after so many rows, whatever the size of the log … */
const WALKED = 8_000;
const SMALL_PAGE = 500;

/**
 * … so they are walked first, and what the query asks of an event's inside is looked up row by row. null: it was not full, and there are
 * more rows: then what is asked for is rare enough to be found in an index and sorted.
 */
async function walkedPage(
  from: Queryable,
  asked: FoundPageQuery,
  { walked }: Found,
  limit: number,
  isFew: boolean,
): Promise<readonly bigint[] | null> {
  if (walked === null || limit > SMALL_PAGE) return null;
  const binder = new Binder();
  const { place, order } = orderOf(asked, isFew, binder.bind);
  const ofRow = walked.ofRow(binder, asked.sort);
  const within = walked.within(binder);
  const walking = `SELECT k.* FROM searchable_event k WHERE ${ofRow}${place} ORDER BY ${order} LIMIT ${WALKED}`;
  // Row after row, so that no more are read than fill the page.
  const filled = `SELECT k.position FROM (${walking}) k WHERE ${within} ORDER BY ${order} LIMIT ${limit}`;
  const positions = await positionsOf(from, filled, binder);
  if (positions.length === limit || !(await hasMore(from, asked, walked, isFew))) return positions;
  return null;
}

/** Whether there are rows behind those that are walked. */
async function hasMore(
  from: Queryable,
  asked: FoundPageQuery,
  walked: WalkedCondition,
  isFew: boolean,
): Promise<boolean> {
  const binder = new Binder();
  const { place, order } = orderOf(asked, isFew, binder.bind);
  const ofRow = walked.ofRow(binder, asked.sort);
  const { rowCount } = await from.query(
    `SELECT FROM searchable_event k WHERE ${ofRow}${place} ORDER BY ${order} OFFSET ${WALKED} LIMIT 1`,
    [...binder.values],
  );
  return (rowCount ?? 0) > 0;
}

function orderOf(
  { sort, direction, after }: FoundPageQuery,
  isFew: boolean,
  bind: Binder['bind'],
): { readonly place: string; readonly order: string } {
  // A sum is in no index.
  const column = isFew ? `(${COLUMNS[sort]} + 0)` : COLUMNS[sort];
  const isBehind = direction === 'asc' ? '>' : '<';
  const place =
    after === null
      ? ''
      : sort === 'position'
        ? ` AND k.position ${isBehind} ${bind(after.position, 'bigint')}`
        : ` AND (${column}, k.position) ${isBehind} (${bind(after.at, 'bigint')}, ${bind(after.position, 'bigint')})`;
  const order =
    sort === 'position' ? `${column} ${direction}` : `${column} ${direction}, k.position ${direction}`;
  return { place, order };
}
