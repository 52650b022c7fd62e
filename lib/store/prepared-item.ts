/**
 * An item made ready outside the lock: bounds checked, salts drawn. Its digests are computed with its leaf, which names a version,
 * while PostgreSQL takes in the rows before it (see commitment.ts).
 */
import { FIRST_INSTANT, fail, LAST_INSTANT, ok, type Result } from '#core';
import { boundsProblem } from './bounds.ts';
import type { EntityRef } from './entity-ref.ts';
import { STORE_LIMITS } from './limits.ts';
import { SALTS_BYTES, takeSalts } from './random-pool.ts';
import type { AppendItem, AppendRequest, RestoredCommitment } from './store.ts';

export interface PreparedItem {
  readonly item: AppendItem;
  readonly ref: EntityRef;
  readonly salts: Uint8Array;
  readonly importId: bigint | null;
}

export interface PreparedRequest {
  readonly items: readonly Result<PreparedItem>[];
  readonly atomic: boolean;
  /** Of one batch of a whole append: the head of the log before the first of them. */
  readonly wholeSince?: bigint;
}

export function prepareItems(request: Omit<AppendRequest, 'atomic'>): readonly Result<PreparedItem>[] {
  const importId = request.importId ?? null;
  return request.items.map((item) => prepareItem(request.namespace, item, importId));
}

function prepareItem(asked: string, item: AppendItem, importId: bigint | null): Result<PreparedItem> {
  const { event, restored } = item;
  // A restored event goes back to the namespace that its commitment names.
  const namespace = restored?.namespace ?? asked;
  const problem = boundsProblem(namespace, item, importId !== null);
  if (problem !== null) return { ok: false, error: problem };
  const salts = restored === undefined ? takeSalts() : restoredSalts(restored);
  if (salts === null)
    return fail('CS-303', 'The commitment that came with the event is not one of this format.');
  const ref = { namespace, entityType: event.entityType, entityId: event.entityId };
  return ok({ item, ref, salts, importId });
}

const HEX = /^[0-9a-f]*$/;
const STREAM_KEY = /^[0-9a-f]{32}$/;

function restoredSalts(restored: RestoredCommitment): Uint8Array | null {
  const { salts, streamKey, flags, ingestedAt } = restored;
  if (salts.length !== SALTS_BYTES * 2 || !HEX.test(salts) || !STREAM_KEY.test(streamKey)) return null;
  if (!Number.isInteger(flags) || flags < 0 || flags > STORE_LIMITS.int32) return null;
  if (ingestedAt > LAST_INSTANT || ingestedAt < FIRST_INSTANT) return null;
  return Buffer.from(salts, 'hex');
}
