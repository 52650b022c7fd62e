/**
 * The connection of a search, and another one for what can be read at the same time: whoever has to wait for the disk waits for both at once.
 *
 * Another one is taken where one is idle, and never waited for. Searches that each held one and waited for a second would wait for ever.
 */
import type { Pool, PoolClient } from 'pg';
import type { Queryable } from '../event-row.ts';
import { inSearch } from './in-search.ts';

export interface SearchReading {
  readonly from: Queryable;
  /** In a search of its own, which may see what came since this one began. null: there is no connection for it now. */
  beside<T>(work: (other: Queryable) => Promise<T>): Promise<T> | null;
}

export function inSearchReading<T>(
  pool: Pool,
  work: (reading: SearchReading) => Promise<T>,
  longestMs?: number,
): Promise<T> {
  return inSearch(pool, (client) => work(readingOf(pool, client)), longestMs);
}

function readingOf(pool: Pool, from: PoolClient): SearchReading {
  const beside = <T>(work: (other: Queryable) => Promise<T>): Promise<T> | null => {
    if (pool.idleCount === 0 || pool.waitingCount > 0) return null;
    const done = inSearch(pool, work);
    // A failure is told where it is waited for, which is never where the search failed before.
    done.catch(() => undefined);
    return done;
  };
  return { from, beside };
}
