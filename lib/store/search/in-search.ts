/** Searches are questions of one moment, and none may take for ever: what is too slow is given up (CS-322). */
import type { Pool, PoolClient } from 'pg';

const LONGEST_MS = 8_000;
/** For whoever asked for all of it. */
export const WHOLE_MS = 600_000;

export async function inSearch<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${longestMs}; SET LOCAL jit = off`,
    );
    return await work(client);
  } finally {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    client.off('error', onError);
    client.release(broken);
  }
}
