/**
 * The one way into the log: a transaction that holds the log's advisory lock.
 *
 * The lock is taken in a statement of its own, so that the next statement's snapshot sees what the last holder committed; and it
 * is released after the commit is visible. So positions become visible in their order and no reader ever misses one.
 */
import type { Pool, PoolClient } from 'pg';
import { Added } from './append-notice.ts';
import { copyEvents } from './copy-rows.ts';
import { inTransaction } from './in-transaction.ts';
import { loadKnownEvents } from './known-events.ts';
import { Placement } from './placement.ts';
import type { PreparedRequest } from './prepared-item.ts';
import type { AppendOutcome } from './store.ts';
import { loadHeads, loadKeyOwners, writeHeads } from './stream-heads.ts';

/** Longer than any batch takes: one that waits behind a whole import of another process has to wait, not to fail. */
const APPEND_TIMEOUT = '15min';

/** Spells `chrono` in ASCII; advisory locks are apart in every database. */
const LOG_LOCK = '109300247653999';

/**
 * Every lookup under the lock is of a batch by its keys. Left to itself the planner reads the whole table for a large batch, which
 * takes longer the longer the log is.
 */
const BY_KEY =
  'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off';

const BEGIN = `BEGIN; SET LOCAL statement_timeout = '${APPEND_TIMEOUT}'; ${BY_KEY}; SELECT pg_advisory_xact_lock(${LOG_LOCK})`;

export interface AppendWork<T> {
  readonly keep: boolean;
  readonly value: T;
}

/** Commits when `work` answers keep: true, else rolls back. Those who listen are told with the commit what was noted in `added`. */
export async function inAppendTransaction<T>(
  pool: Pool,
  work: (client: PoolClient, added: Added) => Promise<AppendWork<T>>,
): Promise<T> {
  return inTransaction(pool, BEGIN, async (client) => {
    const added = new Added();
    const { keep, value } = await work(client, added);
    return { value, end: keep ? `${added.notice}COMMIT` : 'ROLLBACK' };
  });
}

/** Places and writes requests under the lock: the outcomes of each, in order. What was added is noted in `added`. */
export async function appendLocked(
  client: PoolClient,
  requests: readonly PreparedRequest[],
  added: Added,
): Promise<AppendOutcome[][]> {
  const ready = requests.flatMap(({ items }) => items.flatMap((item) => (item.ok ? [item.value] : [])));
  const placement = new Placement({
    ...(await newest(client)),
    heads: await loadHeads(
      client,
      ready.map(({ ref }) => ref),
    ),
    known: await loadKnownEvents(
      client,
      ready.map(({ item }) => item.event),
    ),
    keyOwners: await loadKeyOwners(
      client,
      ready.flatMap(({ item }) => item.restored?.streamKey ?? []),
    ),
  });
  const outcomes = requests.map((request) => placement.place(request));
  if (placement.placed.length > 0) {
    const streamIds = await writeHeads(client, placement.movedHeads());
    await copyEvents(client, placement.placed, streamIds);
    const last = placement.placed.at(-1);
    if (last !== undefined) added.note(last.position, streamIds.values());
  }
  await countForImports(client, requests, outcomes);
  return outcomes;
}

export async function headOfLog(client: PoolClient): Promise<bigint> {
  return (await newest(client)).head;
}

const MINUTE = 60_000_000n;

/**
 * The head of the log and its clock. The clock does not go back where the server's was set back a little; a time further ahead
 * came with a restored event from another machine and is not followed.
 */
async function newest(client: PoolClient): Promise<{ head: bigint; now: bigint }> {
  const { rows } = await client.query<{ now: bigint; position: bigint | null; ingestedAt: bigint | null }>(
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now, e.position, e.ingested_at AS "ingestedAt"
     FROM (SELECT 1) AS one LEFT JOIN (SELECT position, ingested_at FROM event ORDER BY position DESC LIMIT 1) e ON true`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL gave no clock');
  const { now, position, ingestedAt } = row;
  const stepped = ingestedAt !== null && ingestedAt > now && ingestedAt - now <= MINUTE;
  return { head: position ?? 0n, now: stepped ? ingestedAt : now };
}

/** In the same transaction as the events, so that `verify` may hold the events of an import against its count. */
async function countForImports(
  client: PoolClient,
  requests: readonly PreparedRequest[],
  outcomes: readonly AppendOutcome[][],
): Promise<void> {
  const counts = new Map<bigint, { added: number; alreadyThere: number }>();
  requests.forEach(({ items }, nth) => {
    items.forEach((item, index) => {
      const kind = outcomes[nth]?.[index]?.kind;
      if (!item.ok || item.value.importId === null || kind === undefined || kind === 'refused') return;
      const count = counts.get(item.value.importId) ?? { added: 0, alreadyThere: 0 };
      count[kind] += 1;
      counts.set(item.value.importId, count);
    });
  });
  for (const [importId, count] of counts) {
    const { rowCount } = await client.query(
      'UPDATE import SET added = added + $2, already_there = already_there + $3 WHERE id = $1',
      [importId, count.added, count.alreadyThere],
    );
    if (rowCount !== 1) throw new Error(`there is no import ${importId}`);
  }
}
