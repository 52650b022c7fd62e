/** Exactly how many events a search finds. */
import { ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import type { EventSearch } from './event-search.ts';
import { type Found, foundBy } from './found-by.ts';

/** All of them are looked at, so the index goes first. */
const conditionOfAll = ({ cheap, dear }: Found): string => (dear === null ? cheap : `${cheap} AND ${dear}`);

export async function countFound(from: Queryable, search: EventSearch): Promise<Result<number>> {
  const binder = new Binder();
  const found = await foundBy(from, search, binder, 'all');
  if (!found.ok) return found;
  const { rows } = await from.query<{ events: bigint }>(
    `SELECT count(*) AS events FROM searchable_event k WHERE ${conditionOfAll(found.value)}`,
    binder.values,
  );
  return ok(Number(rows[0]?.events ?? 0n));
}
