/** A read model that does not come on: another process has its turn. */
import { appUrl, joinEmbeddedServer, withClient } from '#database';

/** `work` runs while it is held back, in the store of a data folder. */
export async function whileHeldBack(
  dataDir: string,
  model: string,
  work: () => Promise<void>,
): Promise<void> {
  const joined = await joinEmbeddedServer({ dataDir });
  if (!joined.ok) throw new Error(joined.error.message);
  try {
    await withClient(appUrl(joined.value, 'chronoscope'), async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM read_model WHERE name = $1 FOR UPDATE', [model]);
      await work();
      await client.query('ROLLBACK');
    });
  } finally {
    await joined.value.close();
  }
}
