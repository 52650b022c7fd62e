/** What PostgreSQL knows of the store of a data folder, as it is now; by itself it looks only now and then. */
import { joinEmbeddedServer, ownerUrl, withClient } from '#database';

export async function analyzed(dataDir: string): Promise<void> {
  const joined = await joinEmbeddedServer({ dataDir });
  if (!joined.ok) throw new Error(joined.error.message);
  try {
    await withClient(ownerUrl(joined.value, 'chronoscope'), (client) => client.query('ANALYZE'));
  } finally {
    await joined.value.close();
  }
}
