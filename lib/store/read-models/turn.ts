/**
 * One step of a read model: a transaction in which it alone moves, from the position that it has reached to a later one.
 *
 * What it writes and how far it then is are committed together, so a process that is killed leaves it where it was. Positions become
 * visible in their order, so nothing below the head is still to come. Of several processes one has the turn; the others are told so.
 */
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../in-transaction.ts';

export type ReadModelName = 'search' | 'changes' | 'catalogue';

export interface Turn {
  readonly name: ReadModelName;
  /** Stands for what the rows are made by. Where they were made by something else they go, and the model begins anew. */
  readonly basis: string;
  /** What it holds. */
  readonly tables: readonly string[];
}

/** What no model was made by: the next step finds that its rows are another's. */
export const NO_BASIS = '';

/**
 * Five minutes: a step over wide events on a busy machine. It sorts in memory. And it waits for no disk: a commit that is lost with the server takes
 * what the step wrote with how far it then was, and both are made again from the log.
 */
const BEGIN = `BEGIN; SET LOCAL statement_timeout = '5min'; SET LOCAL work_mem = '64MB'; SET LOCAL synchronous_commit = off`;

/** How far it is after the step; null: another process has the turn. `work` answers the position that it has reached. */
export function inTurn(
  pool: Pool,
  turn: Turn,
  work: (client: PoolClient, from: bigint) => Promise<bigint>,
): Promise<bigint | null> {
  return inTransaction(pool, BEGIN, async (client) => {
    const from = await take(client, turn);
    if (from === null) return { value: null, end: 'ROLLBACK' };
    const reached = await work(client, from);
    await client.query(`UPDATE read_model SET position = $2, moved_at = ${NOW} WHERE name = $1`, [
      turn.name,
      reached,
    ]);
    return { value: reached, end: 'COMMIT' };
  });
}

const NOW = '(extract(epoch FROM clock_timestamp()) * 1000000)::bigint';

async function take(client: PoolClient, { name, basis, tables }: Turn): Promise<bigint | null> {
  await client.query(
    `INSERT INTO read_model (name, position, basis, moved_at) VALUES ($1, 0, $2, ${NOW}) ON CONFLICT (name) DO NOTHING`,
    [name, basis],
  );
  const { rows } = await client.query<{ position: bigint; basis: string }>(
    'SELECT position, basis FROM read_model WHERE name = $1 FOR UPDATE SKIP LOCKED',
    [name],
  );
  const [row] = rows;
  if (row === undefined || row.basis === basis) return row?.position ?? null;
  await client.query(`TRUNCATE ${tables.join(', ')}`);
  await client.query('UPDATE read_model SET position = 0, basis = $2 WHERE name = $1', [name, basis]);
  return 0n;
}
