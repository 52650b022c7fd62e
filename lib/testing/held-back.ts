/** What another process holds: the turn of a read model, which then does not come on, or tables, which nobody can read then. */
import type { Client } from 'pg';
import { appUrl, joinEmbeddedServer, ownerUrl, withClient } from '#database';

type Work = () => Promise<void>;

/** `work` runs while it is held back, in the store of a data folder. */
export const whileHeldBack = (dataDir: string, model: string, work: Work): Promise<void> =>
  whileHeld(dataDir, appUrl, work, (client) =>
    client.query('SELECT FROM read_model WHERE name = $1 FOR UPDATE', [model]),
  );

/** `work` runs while every statement that reads one of the tables waits. */
export const whileLocked = (dataDir: string, tables: readonly string[], work: Work): Promise<void> =>
  whileHeld(dataDir, ownerUrl, work, (client) =>
    client.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`),
  );

async function whileHeld(
  dataDir: string,
  urlOf: typeof appUrl,
  work: Work,
  hold: (client: Client) => Promise<unknown>,
): Promise<void> {
  const joined = await joinEmbeddedServer({ dataDir });
  if (!joined.ok) throw new Error(joined.error.message);
  try {
    await withClient(urlOf(joined.value, 'chronoscope'), async (client) => {
      await client.query('BEGIN');
      await hold(client);
      await work();
      await client.query('ROLLBACK');
    });
  } finally {
    await joined.value.close();
  }
}
