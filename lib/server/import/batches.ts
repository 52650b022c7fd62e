/** The items of a source in batches that one append takes: at most so many events, and at most so many bytes. */
import type { MappedEvent, RefusedItem, SourceItem } from '#sources';

export interface ImportBatch {
  readonly events: readonly MappedEvent[];
  readonly refused: readonly RefusedItem[];
}

const MOST_EVENTS = 5_000;
const MOST_BYTES = 8 * 1024 * 1024;

export async function* batchesOf(items: AsyncIterable<SourceItem>): AsyncGenerator<ImportBatch> {
  let events: MappedEvent[] = [];
  let refused: RefusedItem[] = [];
  let bytes = 0;
  for await (const item of items) {
    if (item.ok) events.push(item);
    else refused.push(item);
    bytes += item.raw.length + (item.ok ? item.event.payload.length : 0);
    if (events.length + refused.length < MOST_EVENTS && bytes < MOST_BYTES) continue;
    yield { events, refused };
    events = [];
    refused = [];
    bytes = 0;
  }
  if (events.length + refused.length > 0) yield { events, refused };
}

export function typesOf(events: readonly MappedEvent[]): ReadonlySet<string> {
  return new Set(events.map((item) => item.event.entityType));
}
