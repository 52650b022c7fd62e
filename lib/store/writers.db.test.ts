import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { LogEvent, Store } from './store.ts';

const { store, another } = storeForTests();

const WRITERS = 16;
const REQUESTS = 30;
const STREAMS = 5;

/** Requests of one to four events into streams that all writers share, three under way at a time. */
async function write(own: Store, writer: number): Promise<number> {
  let added = 0;
  for (let request = 0; request < REQUESTS; request += 3) {
    const results = await Promise.all(
      [0, 1, 2].map((nth) => {
        const items = Array.from({ length: 1 + ((writer + request + nth) % 4) }, (_, k) => ({
          event: newEvent({
            entityId: `shared-${(writer + k) % STREAMS}`,
            recordedAt: null,
            occurredAt: null,
          }),
        }));
        return own.append({ namespace: 'main', atomic: nth === 0, items });
      }),
    );
    for (const result of results) added += result.ok ? result.value.added : Number.NaN;
  }
  return added;
}

/** Follows the log until it has seen what the writers added. */
async function follow(own: Store, total: Promise<number>): Promise<LogEvent[]> {
  const seen: LogEvent[] = [];
  let expected = Number.POSITIVE_INFINITY;
  total.then(
    (events) => {
      expected = events;
    },
    () => {
      expected = 0;
    },
  );
  while (seen.length < expected) seen.push(...(await own.eventsFrom(seen.at(-1)?.position ?? 0n, 50)));
  return seen;
}

describe('sixteen writers with pools of their own and one who follows the log', () => {
  it('the follower sees every event once, in order, while they write', async () => {
    const writers = await Promise.all(Array.from({ length: WRITERS }, another));
    const total = Promise.all(writers.map(write)).then((counts) =>
      counts.reduce((sum, count) => sum + count, 0),
    );
    const seen = await follow(store(), total);

    expect(seen).toHaveLength(await total);
    expect(seen.map((event) => event.position)).toEqual(seen.map((_, index) => BigInt(index + 1)));
    for (let nth = 0; nth < STREAMS; nth += 1) {
      const versions = seen
        .filter((event) => event.entityId === `shared-${nth}`)
        .map((event) => event.version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
    const ingested = seen.map((event) => event.ingestedAt);
    expect(ingested).toEqual([...ingested].sort((a, b) => (a < b ? -1 : 1)));
    expect(await store().verify(() => undefined)).toMatchObject({ events: seen.length, problems: [] });
  }, 60_000);
});
