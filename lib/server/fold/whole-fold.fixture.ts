/** Folds a stream that a test has in memory through a pool, and reads the history back. */
import {
  type Axis,
  type DeclaredKey,
  decodeHistory,
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
  async function* pages() {
    yield inOrderOf(axis, events);
  }
  const folded = await pool.segments({
    job: { namespace, entityType, projection: kind, keys, axis, upcasts, seed: 'test', after: null },
    pages: pages(),
    onClosed: async ({ bytes }) => {
      segments.push(bytes);
    },
  });
  if (!folded.ok) return folded;
  if (folded.value !== null) segments.push(folded.value.bytes);
  return decodeHistory(encodeHistory(segments));
}
