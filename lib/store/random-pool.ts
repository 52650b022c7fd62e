/**
 * Random bytes, drawn for many events at once: a call for each event costs more than the digests that its salts serve.
 */
import { randomFillSync } from 'node:crypto';

export const SALT_BYTES = 32;
/** Five salts an event: event id, payload, actor, entity, metadata. */
export const SALTS_BYTES = 5 * SALT_BYTES;

const POOL_BYTES = 1_024 * SALTS_BYTES;
let pool = Buffer.alloc(0);
let taken = 0;

export function takeSalts(): Uint8Array {
  return take(SALTS_BYTES);
}

/** A name for a stream that says nothing of it: 32 hex digits. */
export function takeStreamKey(): string {
  return take(16).toString('hex');
}

function take(bytes: number): Buffer {
  if (taken + bytes > pool.length) {
    // A new buffer each time: salts that were handed out are slices of the old one and must not change.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES));
    taken = 0;
  }
  taken += bytes;
  return pool.subarray(taken - bytes, taken);
}
