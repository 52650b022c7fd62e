/** A history whose segments are loaded, as the browser's worker holds it: every answer comes from memory. */
import { gzipSync } from 'node:zlib';
import {
  buildSegments,
  builtInProjection,
  decodeHistory,
  encodeHistory,
  type History,
  noUpcasters,
  type StoredEvent,
  stateText,
} from '#core';
import { openStore } from '#store';
import { answering, timed } from '../answering.ts';
import { historySizes } from '../history-sizes.ts';
import { manyLeafEvents } from '../many-leaves.ts';
import { drawing } from '../statistics.ts';
import { fillStream } from '../written-log.ts';

const PAGE = 5_000;
let history: History | null = null;
let events: StoredEvent[] = [];

answering({
  fill: async ({ url, stream, count }: { url: string; stream: string; count: number }) => {
    const store = await openStore(url);
    await fillStream(store, stream, count);
    events = [];
    const record = await store.stream({ namespace: 'main', entityType: 'order', entityId: stream });
    for (let after = 0; after < count; after += PAGE)
      events.push(...(await store.eventsOf(record?.id ?? 0n, after, PAGE)));
    await store.close();
  },
  /** Milliseconds for folding and encoding, and for decoding; bytes of all segments gzipped. */
  build: () => build(events),
  manyLeaves: ({ leaves, count }: { leaves: number; count: number }) =>
    build([...manyLeafEvents(leaves, count)]),
  sizes: () => historySizes(events),
  state: ({ version }: { version: number }) => stateText(loaded().stateAt(version)),
  /** Microseconds each. A far moment is asked before, untimed, so that nothing is stepped to from the answer before. */
  states: ({ versions }: { versions: readonly number[] }) => {
    const draw = drawing(7);
    return versions.map((version) => {
      far(version, draw);
      return micros(() => loaded().stateAt(version));
    });
  },
  /** To the next version, which is where a drag or a key goes. */
  steps: ({ versions }: { versions: readonly number[] }) =>
    versions.map((version) => {
      loaded().stateAt(version - 1);
      return micros(() => loaded().stateAt(version));
    }),
  diffs: ({ pairs }: { pairs: readonly (readonly [number, number])[] }) =>
    pairs.map(([from, to]) => micros(() => loaded().diff(from, to))),
  diff: ({ from, to }: { from: number; to: number }) => loaded().diff(from, to),
});

async function build(from: readonly StoredEvent[]) {
  const folded = await timed(() =>
    Array.from(
      buildSegments(from, builtInProjection('merge'), noUpcasters, { axis: 'recorded' }),
      ({ bytes }) => bytes,
    ),
  );
  const gzipped = folded.value.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
  const whole = encodeHistory(folded.value);
  const decoded = await timed(() => decodeHistory(whole));
  if (!decoded.value.ok) throw new Error(decoded.value.error.message);
  history = decoded.value.value;
  return { foldMs: folded.ms, decodeMs: decoded.ms, gzipped, leaves: history.stateAt(history.length).length };
}

function loaded(): History {
  if (history === null) throw new Error('No history was loaded.');
  return history;
}

function far(version: number, draw: (lowest: number, highest: number) => number): void {
  const { length } = loaded();
  const elsewhere = ((version + (length >>> 1)) % length) + 1;
  loaded().stateAt(Math.min(length, Math.max(1, elsewhere + draw(-50, 50))));
}

function micros(work: () => unknown): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) * 1_000;
}
