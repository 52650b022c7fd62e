/**
 * Rows that lie apart, read several at a time: PostgreSQL reads ahead for a bitmap of an index, and waits for each row that it finds in the index
 * itself. Of a large log most rows have to come from the disk. Inside of a transaction.
 */
import type { Queryable } from '../event-row.ts';

export async function readingAhead<T>(from: Queryable, read: () => Promise<T>): Promise<T> {
  await from.query('SET LOCAL enable_indexscan = off');
  const done = await read();
  await from.query('SET LOCAL enable_indexscan = on');
  return done;
}
