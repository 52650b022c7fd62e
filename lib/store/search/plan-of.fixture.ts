/** How PostgreSQL would answer the statement of a piece of work that begins so. */
import type pg from 'pg';
import { vi } from 'vitest';

/** `pool`: of one connection. `settings`: under which a small table is treated as a large one would be. `explain`: with what it really read, or without. */
export async function planOf(
  pool: pg.Pool,
  begin: string,
  settings: readonly string[],
  work: () => Promise<unknown>,
  explain: 'EXPLAIN' | 'EXPLAIN ANALYZE' = 'EXPLAIN',
): Promise<string> {
  const asking = vi.spyOn(pool, 'query');
  await work();
  const asked: readonly (readonly unknown[])[] = [...asking.mock.calls];
  asking.mockRestore();
  const [text, values] = asked.find(([statement]) => String(statement).startsWith(begin)) ?? [];
  // What another plan was asked for under.
  await pool.query('RESET ALL');
  for (const setting of settings) await pool.query(`SET ${setting} = off`);
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `${explain} ${text}`,
    Array.isArray(values) ? values : [],
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
