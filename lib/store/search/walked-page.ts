/**
 * A page of what is met often: rows are walked in its order, and what the query asks of an event's inside is looked up for some of them at once.
 *
 * What is inside lies in the order of the log, and a page goes backwards through it. PostgreSQL reads ahead of what it looks up at once, and waits
 * for each row that it looks up by itself.
 */
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import type { FoundPageQuery, FoundPlace } from './event-search.ts';
import type { Found, WalkedCondition } from './found-by.ts';
import { orderOf } from './page-order.ts';
import { readingAhead } from './reading-ahead.ts';

/** A page up to here is full after so many rows, whatever the size of the log; the first rows say whether it needs the others. */
export const SMALL_PAGE = 500;
const STRETCHES = [500, 1_500, 6_000] as const;

/** Positions. null: it was not full, and there may be more rows: what is asked for is rare enough to be found in an index and sorted. */
export async function walkedPage(
  from: Queryable,
  asked: FoundPageQuery,
  { walked }: Pick<Found, 'walked'>,
  limit: number,
  isFew: boolean,
): Promise<readonly bigint[] | null> {
  if (walked === null || limit > SMALL_PAGE) return null;
  const found: bigint[] = [];
  let { after } = asked;
  for (const rows of STRETCHES) {
    const stretch = await walkedStretch(from, { ...asked, after }, walked, rows, isFew);
    if (stretch === null) return found;
    found.push(...(await foundAmong(from, asked, walked, stretch.positions, limit - found.length)));
    if (found.length === limit || stretch.rows < rows) return found;
    after = stretch.last;
  }
  return null;
}

interface Stretch {
  readonly rows: number;
  readonly last: FoundPlace;
  /** Of rows that are worth to be looked up, as PostgreSQL writes an array; null: none is. */
  readonly positions: string | null;
}

/** null: there are no more rows. */
async function walkedStretch(
  from: Queryable,
  asked: FoundPageQuery,
  walked: WalkedCondition,
  rows: number,
  isFew: boolean,
): Promise<Stretch | null> {
  const binder = new Binder();
  const { column, place, order } = orderOf(asked, isFew, binder.bind);
  const back = asked.direction === 'asc' ? 'DESC' : 'ASC';
  const walking = `SELECT ${column} AS at, k.position, ${walked.mayHold(binder)} AS holds FROM searchable_event k
    WHERE ${walked.ofRow(binder)}${place} ORDER BY ${order} LIMIT ${rows}`;
  const { rows: ends } = await from.query<FoundPlace & Omit<Stretch, 'last'>>(
    `WITH k AS MATERIALIZED (${walking})
     SELECT at, position, (SELECT count(*)::integer FROM k) AS rows,
       (SELECT array_agg(position) FILTER (WHERE holds) FROM k)::text AS positions
     FROM k ORDER BY at ${back}, position ${back} LIMIT 1`,
    [...binder.values],
  );
  const [end] = ends;
  return end === undefined ? null : { ...end, last: end };
}

/** The first `limit` of them of which the rest of the query is true. */
async function foundAmong(
  from: Queryable,
  { direction, sort }: Pick<FoundPageQuery, 'direction' | 'sort'>,
  walked: WalkedCondition,
  positions: string | null,
  limit: number,
): Promise<readonly bigint[]> {
  if (positions === null) return [];
  const binder = new Binder();
  const given = binder.bind(positions, 'bigint[]');
  const holds = walked.among(binder, given);
  const { order } = orderOf({ direction, sort, after: null }, false, binder.bind);
  const { rows } = await readingAhead(from, () =>
    from.query<{ position: bigint }>(
      `SELECT k.position FROM searchable_event k WHERE k.position = ANY(${given}) AND ${holds} ORDER BY ${order} LIMIT ${limit}`,
      [...binder.values],
    ),
  );
  return rows.map(({ position }) => position);
}
