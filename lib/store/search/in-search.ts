/** Searches are questions of one moment, and none may take for ever: what is too slow is given up (CS-322). */
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../in-transaction.ts';
import type { PatientSearch } from './event-search.ts';

export const LONGEST_MS = 8_000;
/** For whoever is writing on. */
export const COMPLETION_MS = 1_000;
/** For whoever was told that it takes long, and waits. */
const PATIENT_MS = 60_000;
/** For whoever asked for all of it. */
export const WHOLE_MS = 600_000;

/** Milliseconds. */
export const patienceOf = ({ isPatient }: PatientSearch): number =>
  isPatient === true ? PATIENT_MS : LONGEST_MS;

export function inSearch<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T> {
  const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${longestMs}; SET LOCAL jit = off`;
  return inTransaction(pool, begin, async (client) => ({ value: await work(client), end: 'ROLLBACK' }));
}
