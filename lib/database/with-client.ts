import { Client } from 'pg';

/** Runs `work` on a connection of its own, which is closed afterwards. Throws what the connection throws. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // Without a listener, a server that stops would end this process; the query under way fails in any case.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
