/** Folds a stream that a test has in memory through a pool, and reads the history back. */
import {
  type Axis,
  type DeclaredKey,
  decodeHistory,
  EVENT_LINE,
  encodeHistory,
  type History,
  inOrderOf,
  type ProjectionKind,
  type Result,
  type StoredEvent,
} from '#core';
import type { FoldPool } from './fold-pool.ts';

export interface WholeStream {
  readonly events: readonly StoredEvent[];
  readonly namespace: string;
  readonly entityType: string;
  readonly kind: ProjectionKind;
  readonly axis: Axis;
  readonly upcasts?: boolean;
  readonly keys?: readonly DeclaredKey[];
}

export async function foldWhole(pool: FoldPool, stream: WholeStream): Promise<Result<History>> {
  const { events, namespace, entityType, kind, axis, upcasts = true, keys = [] } = stream;
  const segments: Uint8Array[] = [];
  const folded = await pool.segments({
    job: {
      namespace,
      entityType,
      projection: kind,
      keys,
      axis,
      upcasts,
      seed: 'test',
      after: null,
      open: null,
    },
    lines: linesOf(inOrderOf(axis, events)),
    onClosed: async ({ bytes }) => {
      segments.push(bytes);
    },
  });
  if (!folded.ok) return folded;
  await folded.value.settled;
  if (folded.value.tail !== null) segments.push(folded.value.tail.bytes);
  return decodeHistory(encodeHistory(segments));
}

/** As the store writes them. */
export const linesOf = (events: readonly StoredEvent[]) => chunksOf(events.map(lineOf));

/** The same of several streams, each line with the id of its own in front. */
export const linesOfStreams = (events: readonly (readonly [id: bigint, event: StoredEvent])[]) =>
  chunksOf(events.map(([id, event]) => `${id}\t${lineOf(event)}`));

async function* chunksOf(lines: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0; from < lines.length; from += CHUNK)
    yield new TextEncoder().encode(lines.slice(from, from + CHUNK).join(''));
}

const CHUNK = 500;

function lineOf(event: StoredEvent): string {
  const fields = EVENT_LINE.map((name) => {
    const value = event[name];
    if (value === null) return '\\N';
    if (typeof value === 'boolean') return value ? 't' : 'f';
    return String(value).replace(/[\\\n\r\t]/g, (unit) => ESCAPES[unit] ?? unit);
  });
  return `${fields.join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
