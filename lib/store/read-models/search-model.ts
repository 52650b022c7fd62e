/**
 * The read model that searches walk: what events can be found by, and how many there were when, on either axis.
 *
 * All of it is made inside PostgreSQL, a step at a time. Law: after any steps the rows are those that one step over the same events
 * would have made.
 */
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { QUICK_SEARCH_STEP, SEARCH_STEP } from './search-step.ts';
import { lastOfStep } from './step-range.ts';
import { WALKED } from './stepped-events.ts';
import { inTurn, type Turn } from './turn.ts';

export const SEARCH_MODEL: Turn = {
  name: 'search',
  // The number goes up whenever a row would say something else.
  basis: '4',
  tables: [
    'searchable_event',
    'listed_event',
    'recorded_order',
    'searchable_words',
    'rollup',
    'actor_rollup',
    'term',
  ],
};

/** How far it is after the step; null: another process has the turn. */
export function stepSearch(pool: Pool): Promise<bigint | null> {
  return inTurn(pool, SEARCH_MODEL, async (client, from) => {
    const to = await lastOfStep(client, from);
    if (to > from) await takeIn(client, from, to);
    return to;
  });
}

/** The quick way, and where a payload of the step is JSON that PostgreSQL cannot hold, the careful one. */
async function takeIn(client: PoolClient, from: bigint, to: bigint): Promise<void> {
  await client.query(`${WALKED}; SAVEPOINT quick`);
  try {
    await client.query(QUICK_SEARCH_STEP, [from, to]);
  } catch (error) {
    if (!isOfValue(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT quick');
    await client.query(SEARCH_STEP, [from, to]);
  }
}

/** A value is none of its type, is out of its range, or is larger or deeper than PostgreSQL holds. */
function isOfValue(error: unknown): boolean {
  return error instanceof DatabaseError && /^(22|54)/.test(error.code ?? '');
}
