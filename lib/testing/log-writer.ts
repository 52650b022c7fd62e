/**
 * A program that appends until it is killed: 16 writers, each with a store and connections of its own, on the database of a
 * data folder. Every acknowledged event is printed as `ack <position> <event id>` after the store has answered, so a line
 * stands for a promise. `ready` is printed once all writers run.
 */
import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#core';
import { openDatabase } from '#database';
import { openStore, type Store } from '#store';
import { newEvent } from './new-event.ts';

const WRITERS = 16;

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('log-writer needs a data folder');

const database = await openDatabase({ dataDir, create: true });
if (!database.ok) throw new Error(database.error.message);
const stores = await Promise.all(Array.from({ length: WRITERS }, () => openStore(database.value.url)));
process.stdout.write('ready\n');
await Promise.all(stores.map((store, writer) => appendForEver(store, writer)));

async function appendForEver(store: Store, writer: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const event = counted(writer, count);
    const receipt = await store.append({ namespace: 'main', atomic: true, items: [{ event }] });
    const outcome = receipt.ok ? receipt.value.outcomes[0] : undefined;
    if (outcome?.kind !== 'added')
      throw new Error(`writer ${writer} was not answered: ${JSON.stringify(receipt)}`);
    process.stdout.write(`ack ${outcome.position} ${event.eventId}\n`);
  }
}

/** Writers share a few streams, so that heads are fought over. */
function counted(writer: number, count: number): NewEvent {
  return newEvent({
    entityType: 'counter',
    entityId: String((writer + count) % 5),
    type: 'Counted',
    payload: JSON.stringify({ writer, count }),
    occurredAt: null,
    recordedAt: null,
    actor: `writer ${writer}`,
    source: 'log-writer',
    eventId: randomUUID(),
  });
}
