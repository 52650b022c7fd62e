/** The usual way in: batch by batch, each in a transaction of its own, refused items apart. Reading goes on while a batch is written. */
import { ok, type Result } from '#core';
import type { MappedEvent, ReadMeter, RefusedItem, Source } from '#sources';
import type { AppendReceipt } from '#store';
import { batchesOf, type ImportBatch, typesOf } from './batches.ts';
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
  const { agreed, disagreeing } = await sorted(work, batch.events);
  await kinds.register(request.namespace, typesOf(agreed));
  const receipt = await app.store.append({
    namespace: request.namespace,
    items: agreed.map(appendItemOf),
    atomic: false,
    importId,
  });
  if (!receipt.ok) return receipt;
  const refused = [...batch.refused, ...disagreeing, ...refusedByStore(receipt.value, agreed)];
  tally.countRead(batch.events.length + batch.refused.length);
  tally.countAppended(receipt.value);
  await tally.refuse(refused);
  tally.report(meter.bytes, refused);
  return ok(null);
}

/** An item as the store takes it. */
export function appendItemOf({ event, restored }: MappedEvent) {
  return restored === undefined ? { event } : { event, restored };
}

async function sorted(work: ImportWork, events: readonly MappedEvent[]) {
  const agreed: MappedEvent[] = [];
  const disagreeing: RefusedItem[] = [];
  for (const item of events) {
    const namespace = item.restored?.namespace ?? work.request.namespace;
    const problem = await work.kinds.problemOf(namespace, item.event.entityType);
    if (problem === null) agreed.push(item);
    else disagreeing.push(refusedItem(item, problem.code, problem.message));
  }
  return { agreed, disagreeing };
}

export function refusedItem(item: MappedEvent, code: string, reason: string): RefusedItem {
  return { ok: false, refusal: { place: item.place, code, reason }, raw: item.raw };
}

function refusedByStore(receipt: AppendReceipt, items: readonly MappedEvent[]): readonly RefusedItem[] {
  return receipt.outcomes.flatMap((outcome) => {
    const item = outcome.kind === 'refused' ? items[outcome.item] : undefined;
    return outcome.kind !== 'refused' || item === undefined
      ? []
      : [refusedItem(item, outcome.code, outcome.reason)];
  });
}
