/** The store's own way in: digests, salts, leaves and heads included. */
import type { NewEvent } from '#core';
import { openStore, type Store } from '#store';
import { answering, timed } from '../answering.ts';
import { appendBatch, batches, streamEvents } from '../written-log.ts';

let store: Store | null = null;
let events: readonly NewEvent[] = [];

answering({
  open: async ({ url }: { url: string }) => {
    store = await openStore(url);
  },
  take: ({ stream, count }: { stream: string; count: number }) => {
    events = [...streamEvents(stream, count)];
  },
  append: ({ batch }: { batch: number }) =>
    timed(async () => {
      for (const members of batches(events, batch)) if (store !== null) await appendBatch(store, members);
    }),
  close: () => store?.close(),
});
