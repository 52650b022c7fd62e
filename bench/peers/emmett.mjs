/** Emmett over PostgreSQL: appendToStream and aggregateStream, its tables made by itself. */
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { answering, timed } from '../answering.ts';
import { mergePatch } from './merge-patch.mjs';
import { readLog } from './plain-events.mjs';

let store = null;
let name = '';
let events = [];

answering({
  open: async ({ url, stream }) => {
    store = getPostgreSQLEventStore(url);
    name = `order-${stream}`;
    await store.schema.migrate();
  },
  load: async ({ url, stream, count }) => {
    await take({ url, stream, count });
    await append(1_000);
  },
  state: ({ version }) =>
    timed(async () => {
      const { state } = await store.aggregateStream(name, {
        evolve: (state, event) => mergePatch(state, event.data),
        initialState: () => ({}),
        read: { to: BigInt(version) },
      });
      return state;
    }),
  take,
  append: ({ batch }) => timed(() => append(batch)),
  close: () => store.close(),
});

async function take({ url, stream, count }) {
  const rows = await readLog(url, stream, count);
  events = rows.map(({ type, payload, id, actor, correlationId, occurredAt, recordedAt }) => ({
    type,
    data: payload,
    metadata: { eventId: id, actor, correlationId, occurredAt, recordedAt },
  }));
}

async function append(batch) {
  for (let from = 0; from < events.length; from += batch)
    await store.appendToStream(name, events.slice(from, from + batch));
}
