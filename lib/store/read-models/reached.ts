/** How far the read models are, and letting go of them. */
import type { Pool } from 'pg';
import type { ReachedPosition } from './read-model-store.ts';
import { NO_BASIS } from './turn.ts';

export async function reachedPositions(pool: Pool): Promise<readonly ReachedPosition[]> {
  const { rows } = await pool.query<ReachedPosition>(
    'SELECT name, position, moved_at AS "movedAt" FROM read_model ORDER BY name',
  );
  return rows;
}

export async function headOfLog(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ head: bigint | null }>('SELECT max(position) AS head FROM event');
  return rows[0]?.head ?? 0n;
}

/** The rows go with the next step, in its own transaction, so that nobody sees half of them. */
export async function dropReadModels(pool: Pool): Promise<void> {
  await pool.query('UPDATE read_model SET basis = $1, position = 0', [NO_BASIS]);
}
