/** A log to measure on, written through the store as an import would. */
import { LIMITS, type NewEvent } from '#core';
import type { Store } from '#store';
import { generatedEvents } from './generated-stream.ts';

/** The generated stream of so many events; another stream or another length has other events. */
export async function fillStream(store: Store, stream: string, count: number): Promise<void> {
  await store.registerProjection('main', 'order', 'merge', 'bench');
  for (const batch of batches(streamEvents(stream, count), LIMITS.batchEvents))
    await appendBatch(store, batch);
}

export function* streamEvents(stream: string, count: number): Generator<NewEvent, void, undefined> {
  // Streams of one length have other events, as ids tell events apart.
  for (const event of generatedEvents(count, seedOf(stream, count))) yield { ...event, entityId: stream };
}

const seedOf = (stream: string, count: number): number =>
  [...stream].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, count);

export function* batches<T>(members: Iterable<T>, size: number): Generator<readonly T[], void, undefined> {
  let batch: T[] = [];
  for (const member of members) {
    batch.push(member);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export async function appendBatch(store: Store, events: readonly NewEvent[]): Promise<void> {
  const items = events.map((event) => ({ event }));
  const receipt = await store.append({ namespace: 'main', items, atomic: true });
  if (!receipt.ok) throw new Error(`${receipt.error.code} ${receipt.error.message}`);
  if (receipt.value.added !== events.length)
    throw new Error(`Only ${receipt.value.added} of ${events.length} events were added.`);
}
