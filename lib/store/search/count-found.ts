/** Exactly how many events a search finds. */
import { ok, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import type { EventSearch } from './event-search.ts';
import { foundBy } from './found-by.ts';

export async function countFound(from: Queryable, search: EventSearch): Promise<Result<number>> {
  const binder = new Binder();
  const found = await foundBy(from, search, binder);
  if (!found.ok) return found;
  const { rows } = await from.query<{ events: bigint }>(
    `SELECT count(*) AS events FROM searchable_event k WHERE ${found.value.condition}`,
    binder.values,
  );
  return ok(Number(rows[0]?.events ?? 0n));
}
