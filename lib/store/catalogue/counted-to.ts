/** The position up to which the catalogue is there. */
import type { Queryable } from '../event-row.ts';

export async function countedTo(client: Queryable): Promise<bigint> {
  const { rows } = await client.query<{ position: bigint }>(
    `SELECT position FROM read_model WHERE name = 'catalogue'`,
  );
  return rows[0]?.position ?? 0n;
}
