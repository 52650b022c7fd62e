/**
 * Holds the log against what it committed to: every digest, leaf and hash is computed again from the columns, positions and
 * versions are counted, and what the columns repeat (running maxima, heads of streams, counts of imports) is compared. One flipped
 * byte in any column of an event is found.
 *
 * It reads one snapshot, so events that arrive meanwhile are neither checked nor mistaken. Memory stays flat: pages by
 * position here, aggregates in PostgreSQL.
 */
import { hash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { merkleRoot } from '#core';
import { STORE_LIMITS } from './limits.ts';
import type { VerifyProblem, VerifyReport } from './store.ts';
import { eventProblems, type VerifiedRow, verifiedPage } from './verify-event.ts';
import { relationProblems } from './verify-relations.ts';

export async function verify(
  pool: Pool,
  onProgress: (checked: number, total: number) => void,
): Promise<VerifyReport> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '1h'");
    const list = new ProblemList();
    const { events, root } = await verifyEvents(client, list, onProgress);
    for await (const problem of relationProblems(client)) list.add(problem);
    return { events, root, problems: list.problems() };
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw failure;
  } finally {
    // A failed connection is thrown away; a read-only transaction has nothing to keep.
    if (failure === undefined) await client.query('ROLLBACK');
    client.release(failure);
  }
}

class ProblemList {
  readonly #listed: VerifyProblem[] = [];
  #found = 0;

  add(problem: VerifyProblem): void {
    this.#found += 1;
    if (this.#listed.length < STORE_LIMITS.listedProblems) this.#listed.push(problem);
  }

  problems(): readonly VerifyProblem[] {
    const more = this.#found - this.#listed.length;
    if (more === 0) return this.#listed;
    return [...this.#listed, { position: null, what: `at least ${more} more problems, not listed` }];
  }
}

/** Below 1 too there may be events, in a log that was tampered with. */
const BEFORE_ALL = -(2n ** 63n);

async function verifyEvents(
  client: PoolClient,
  list: ProblemList,
  onProgress: (checked: number, total: number) => void,
): Promise<{ events: number; root: string }> {
  const { rows } = await client.query<{ total: bigint }>('SELECT count(*) AS total FROM event');
  const total = Number(rows[0]?.total ?? 0n);
  const tree = merkleRoot(sha256);
  let events = 0;
  let last: VerifiedRow | undefined;
  for (;;) {
    const page = await verifiedPage(client, last?.position ?? BEFORE_ALL);
    for (const row of page) {
      const expected = BigInt(events) + 1n;
      if (row.position - (last?.position ?? 0n) !== 1n) {
        list.add({
          position: row.position,
          what: `positions are not dense: event ${expected} of the log has position ${row.position}`,
        });
      }
      for (const what of eventProblems(row)) list.add({ position: row.position, what });
      tree.append(row.leafHash);
      events += 1;
      last = row;
    }
    onProgress(events, total);
    if (page.length === 0) break;
  }
  if (events !== total)
    list.add({ position: null, what: `${total} events are stored, ${events} were found by position` });
  return { events, root: Buffer.from(tree.root()).toString('hex') };
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
