/** The usual way in: batch by batch, each in a transaction of its own, refused items apart. Reading goes on while a batch is written. */
import { ok, type Result } from '#core';
import type { MappedEvent, ReadMeter, Source } from '#sources';
import type { AppendReceipt } from '#store';
import { batchesOf, type ImportBatch, refusalsOf, typesOf } from './batches.ts';
import type { ImportWork } from './import-work.ts';

/** The notes of the source. Errors: CS-3xx and CS-4xx of the store; what was written before stays. */
export async function appendInBatches(
  work: ImportWork,
  meter: ReadMeter,
): Promise<Result<readonly string[]>> {
  const source = work.open(meter);
  let running: Promise<Result<null>> = Promise.resolve(ok(null));
  for await (const batch of batchesOf(source.items())) {
    const before = await running;
    if (!before.ok) return before;
    running = appendBatch(work, source, batch, meter);
    // It is awaited a batch later; until then a rejection must not count as unhandled.
    running.catch(() => {});
  }
  const last = await running;
  return last.ok ? ok(source.notes) : last;
}

async function appendBatch(
  work: ImportWork,
  source: Source,
  batch: ImportBatch,
  meter: ReadMeter,
): Promise<Result<null>> {
  const { tally, kinds, request, app, importId } = work;
  await kinds.registerBrought(source.kinds);
  const reasons = await disagreements(work, batch.events);
  const agreed = batch.events.filter((item) => !reasons.has(item));
  await kinds.register(request.namespace, typesOf(agreed));
  const receipt = await app.store.append({
    namespace: request.namespace,
    items: agreed.map(appendItemOf),
    atomic: false,
    importId,
  });
  if (!receipt.ok) return receipt;
  addStoreReasons(reasons, receipt.value, agreed);
  const refused = refusalsOf(batch, reasons);
  tally.countRead(batch.items.length);
  tally.countAppended(receipt.value);
  await tally.refuse(refused);
  tally.report(meter.bytes, refused);
  return ok(null);
}

/** An item as the store takes it. */
export function appendItemOf({ event, restored }: MappedEvent) {
  return restored === undefined ? { event } : { event, restored };
}

type Reasons = Map<MappedEvent, { readonly code: string; readonly reason: string }>;

/** The events whose entity type is folded otherwise than this import says. */
export async function disagreements(work: ImportWork, events: readonly MappedEvent[]): Promise<Reasons> {
  const reasons: Reasons = new Map();
  for (const item of events) {
    const namespace = item.restored?.namespace ?? work.request.namespace;
    const problem = await work.kinds.problemOf(namespace, item.event.entityType);
    if (problem !== null) reasons.set(item, { code: problem.code, reason: problem.message });
  }
  return reasons;
}

function addStoreReasons(reasons: Reasons, receipt: AppendReceipt, items: readonly MappedEvent[]): void {
  for (const outcome of receipt.outcomes) {
    const item = outcome.kind === 'refused' ? items[outcome.item] : undefined;
    if (outcome.kind === 'refused' && item !== undefined) {
      reasons.set(item, { code: outcome.code, reason: outcome.reason });
    }
  }
}
