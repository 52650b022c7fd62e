/**
 * FNV-1a over bytes, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
 *
 * Any single altered byte gives another sum. It is against accidents (a cut download, a bad disk): against forgery stand the
 * hashes of the events.
 */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index += 1) {
    sum = Math.imul(sum ^ (bytes[index] ?? 0), 0x01000193);
  }
  return sum >>> 0;
}
