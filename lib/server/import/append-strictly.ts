/**
 * All or nothing: a first reading finds every refusal of the source, and only where there is none a second one is written, in one
 * transaction. Memory stays that of one batch.
 */
import { fail, ok, type Result } from '#core';
import { type MappedEvent, ReadMeter, type Source } from '#sources';
import type { AppendItem, AppendReceipt } from '#store';
import { appendItemOf, disagreements } from './append-in-batches.ts';
import { batchesOf, refusalsOf, typesOf } from './batches.ts';
import type { ImportWork } from './import-work.ts';

/** The notes of the source. Errors: CS-214 where the input changed between the readings, CS-3xx and CS-4xx of the store. */
export async function appendStrictly(work: ImportWork, meter: ReadMeter): Promise<Result<readonly string[]>> {
  const source = work.open(meter);
  const types = await readThrough(work, source, meter);
  const { read, refused } = work.tally.counts();
  if (refused > 0) return ok(source.notes);
  const receipt = await appendAll(work, read);
  if (!receipt.ok) return receipt;
  work.tally.countAppended(receipt.value);
  if (receipt.value.refused > 0) {
    await refuseAgain(work, receipt.value, meter);
    return ok(source.notes);
  }
  await work.kinds.registerBrought(source.kinds);
  await work.kinds.register(work.request.namespace, types);
  work.tally.report(meter.bytes, []);
  return ok(source.notes);
}

async function appendAll(work: ImportWork, expected: number): Promise<Result<AppendReceipt>> {
  const { request, importId, app } = work;
  const batches = itemsOf(work.open(new ReadMeter()), expected);
  try {
    return await app.store.appendWhole({ namespace: request.namespace, importId }, batches);
  } catch (error) {
    if (error instanceof InputChanged) return fail('CS-214', error.message);
    throw error;
  }
}

/** Thrown into the store's transaction, so that it keeps nothing. */
class InputChanged extends Error {
  constructor() {
    super('the input changed while it was read; nothing was added');
  }
}

async function readThrough(work: ImportWork, source: Source, meter: ReadMeter): Promise<ReadonlySet<string>> {
  const types = new Set<string>();
  for await (const batch of batchesOf(source.items())) {
    const refused = refusalsOf(batch, await disagreements(work, batch.events));
    for (const entityType of typesOf(batch.events)) types.add(entityType);
    work.tally.countRead(batch.items.length);
    await work.tally.refuse(refused);
    work.tally.report(meter.bytes, refused);
  }
  return types;
}

async function* itemsOf(source: Source, expected: number): AsyncGenerator<readonly AppendItem[]> {
  let number = 0;
  for await (const { items, events } of batchesOf(source.items())) {
    number += items.length;
    if (events.length < items.length || number > expected) throw new InputChanged();
    yield events.map(appendItemOf);
  }
  if (number !== expected) throw new InputChanged();
}

/** The store names refused items by number; reading once more finds their places. */
async function refuseAgain(work: ImportWork, receipt: AppendReceipt, meter: ReadMeter): Promise<void> {
  const byNumber = new Map(
    receipt.outcomes.flatMap((outcome) =>
      outcome.kind === 'refused' ? [[outcome.item, outcome] as const] : [],
    ),
  );
  let number = 0;
  for await (const batch of batchesOf(work.open(new ReadMeter()).items())) {
    const reasons = new Map<MappedEvent, { readonly code: string; readonly reason: string }>();
    for (const item of batch.events) {
      const outcome = byNumber.get(number++);
      if (outcome !== undefined) reasons.set(item, outcome);
    }
    const refused = refusalsOf(batch, reasons);
    await work.tally.refuse(refused);
    work.tally.report(meter.bytes, refused);
  }
  work.tally.countUnlisted(receipt.refused - byNumber.size);
}
