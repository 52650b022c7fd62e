/** One transaction on a connection of the pool. A connection that breaks on the way is not given to anybody else. */
import type { Pool, PoolClient } from 'pg';

export interface Ended<T> {
  readonly value: T;
  /** The statement that ends it. */
  readonly end: string;
}

/** `begin`: the statements that open it. Where `work` throws, all of it is taken back. */
export async function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<Ended<T>>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query(begin);
    const { value, end } = await work(client);
    await client.query(end);
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
