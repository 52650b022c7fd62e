/** The items of a source in batches that one append takes: at most so many events, and at most so many bytes. */
import type { MappedEvent, RefusedItem, SourceItem } from '#sources';

export interface ImportBatch {
  /** In the order of the source. */
  readonly items: readonly SourceItem[];
  readonly events: readonly MappedEvent[];
}

/** Two batches are in memory at once. As fast as 5,000, with some 30 MB less. */
const MOST_EVENTS = 2_000;
const MOST_BYTES = 8 * 1024 * 1024;

export async function* batchesOf(source: AsyncIterable<SourceItem>): AsyncGenerator<ImportBatch> {
  let items: SourceItem[] = [];
  let bytes = 0;
  for await (const item of source) {
    items.push(item);
    bytes += item.raw.length + (item.ok ? item.event.payload.length : 0);
    if (items.length < MOST_EVENTS && bytes < MOST_BYTES) continue;
    yield batchOf(items);
    items = [];
    bytes = 0;
  }
  if (items.length > 0) yield batchOf(items);
}

function batchOf(items: readonly SourceItem[]): ImportBatch {
  return { items, events: items.filter((item) => item.ok) };
}

/**
 * Everything of the batch that is refused, in its order: by the source, or with the reason that is given for an event.
 */
export function refusalsOf(
  batch: ImportBatch,
  reasons: ReadonlyMap<MappedEvent, { readonly code: string; readonly reason: string }>,
): readonly RefusedItem[] {
  return batch.items.flatMap((item): RefusedItem[] => {
    if (!item.ok) return [item];
    const why = reasons.get(item);
    if (why === undefined) return [];
    return [{ ok: false, refusal: { place: item.place, code: why.code, reason: why.reason }, raw: item.raw }];
  });
}

export function typesOf(events: readonly MappedEvent[]): ReadonlySet<string> {
  return new Set(events.map((item) => item.event.entityType));
}
