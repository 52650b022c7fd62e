/**
 * The read model that searches walk: what events can be found by, and how many there were when, on either axis.
 *
 * All of it is made inside PostgreSQL, a step at a time. Law: after any steps the rows are those that one step over the same events
 * would have made.
 */
import type { Pool, PoolClient } from 'pg';
import { NO_LOOPS, SEARCH_STEP } from './search-step.ts';
import { lastOfStep } from './step-range.ts';
import { inTurn, type Turn } from './turn.ts';

export const SEARCH_MODEL: Turn = {
  name: 'search',
  // The number goes up whenever a row would be made otherwise.
  basis: '2',
  tables: ['searchable_event', 'searchable_text', 'rollup', 'actor_rollup', 'term'],
};

/** How far it is after the step; null: another process has the turn. */
export function stepSearch(pool: Pool): Promise<bigint | null> {
  return inTurn(pool, SEARCH_MODEL, async (client, from) => {
    const to = await lastOfStep(client, from);
    if (to > from) await takeIn(client, from, to);
    return to;
  });
}

async function takeIn(client: PoolClient, from: bigint, to: bigint): Promise<void> {
  await client.query(NO_LOOPS);
  await client.query(SEARCH_STEP, [from, to]);
}
