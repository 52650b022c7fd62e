/**
 * Five salts of 32 bytes an event: event id, payload, actor, entity, metadata.
 *
 * Random bytes are drawn for many events at once, because a call for each costs more than the digests it serves.
 */
import { randomFillSync } from 'node:crypto';

export const SALT_BYTES = 32;
export const SALTS_BYTES = 5 * SALT_BYTES;

const POOL_EVENTS = 1_024;
let pool = Buffer.alloc(0);
let taken = 0;

export function takeSalts(): Uint8Array {
  if (taken >= pool.length) {
    // A new buffer each time: salts that were handed out are slices of the old one and must not change.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_EVENTS * SALTS_BYTES));
    taken = 0;
  }
  const salts = pool.subarray(taken, taken + SALTS_BYTES);
  taken += SALTS_BYTES;
  return salts;
}
