/** Appending as the store offers it: one request, or many batches as one. */
import type { Pool } from 'pg';
import { fail, LIMITS, ok, type Result } from '#core';
import type { AppendQueue } from './append-queue.ts';
import { appendLocked, headOfLog, inAppendTransaction } from './append-transaction.ts';
import { databaseProblem } from './failure.ts';
import { STORE_LIMITS } from './limits.ts';
import { prepareItems } from './prepared-item.ts';
import { type FreeBytes, roomProblem } from './room.ts';
import type { AppendItem, AppendOutcome, AppendReceipt, AppendRequest } from './store.ts';

export async function append(queue: AppendQueue, request: AppendRequest): Promise<Result<AppendReceipt>> {
  const oversize = batchProblem(request.items);
  if (oversize !== null) return oversize;
  if (request.items.length === 0) return ok({ added: 0, alreadyThere: 0, refused: 0, outcomes: [] });
  const outcomes = await queue.append({ items: prepareItems(request), atomic: request.atomic });
  if ('code' in outcomes) return { ok: false, error: outcomes };
  return ok({ ...countsOf(outcomes), outcomes });
}

/**
 * All batches in one transaction, which holds the log's lock from the first to the last. After a refusal the rest is still looked at,
 * so that every refusal is named, and nothing is kept: what repeats an item of the same request is then not there either. Memory
 * stays that of one batch.
 */
export async function appendWhole(
  pool: Pool,
  freeBytes: FreeBytes,
  request: Omit<AppendRequest, 'items' | 'atomic'>,
  batches: AsyncIterable<readonly AppendItem[]>,
): Promise<Result<AppendReceipt>> {
  try {
    return await inAppendTransaction<Result<AppendReceipt>>(pool, async (client, added) => {
      const total = { added: 0, alreadyThere: 0, refused: 0 };
      const refusals: AppendOutcome[] = [];
      const wholeSince = await headOfLog(client);
      let repeated = 0;
      let first = 0;
      for await (const items of batches) {
        const oversize = batchProblem(items);
        if (oversize !== null) return { keep: false, value: oversize };
        const full = roomProblem(await freeBytes());
        if (full !== null) return { keep: false, value: { ok: false, error: full } };
        if (items.length === 0) continue;
        const prepared = { items: prepareItems({ ...request, items }), atomic: false, wholeSince };
        const [outcomes = []] = await appendLocked(client, [prepared], added);
        addCounts(total, countsOf(outcomes));
        listRefusals(refusals, outcomes, first);
        repeated += outcomes.filter((one) => one.kind === 'alreadyThere' && one.position > wholeSince).length;
        first += items.length;
      }
      const keep = total.refused === 0;
      const kept = keep ? total : { ...total, added: 0, alreadyThere: total.alreadyThere - repeated };
      return { keep, value: ok({ ...kept, outcomes: refusals }) };
    });
  } catch (error) {
    const problem = databaseProblem(error);
    if (problem === null) throw error;
    return { ok: false, error: problem };
  }
}

function batchProblem(items: readonly AppendItem[]): ReturnType<typeof fail> | null {
  if (items.length <= LIMITS.batchEvents) return null;
  return fail('CS-314', `A batch has at most ${LIMITS.batchEvents} events; this one has ${items.length}.`);
}

interface Counts {
  added: number;
  alreadyThere: number;
  refused: number;
}

function countsOf(outcomes: readonly AppendOutcome[]): Counts {
  const counts = { added: 0, alreadyThere: 0, refused: 0 };
  for (const { kind } of outcomes) counts[kind] += 1;
  return counts;
}

function addCounts(total: Counts, more: Counts): void {
  total.added += more.added;
  total.alreadyThere += more.alreadyThere;
  total.refused += more.refused;
}

/** `first`: number of the first item of the batch among all items. */
function listRefusals(list: AppendOutcome[], outcomes: readonly AppendOutcome[], first: number): void {
  for (const outcome of outcomes) {
    if (outcome.kind !== 'refused' || list.length >= STORE_LIMITS.listedRefusals) continue;
    list.push({ ...outcome, item: first + outcome.item });
  }
}
