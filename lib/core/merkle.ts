/**
 * The root of an RFC 6962 Merkle tree over a growing list, in O(log n) memory.
 *
 * Leaf hashes come in already made (`H(0x00 ‖ leaf)`); an inner node is `H(0x01 ‖ left ‖ right)` and the root of no leaf is
 * `H('')`. The hash is handed in, since core has none. It does not make proofs.
 */
export interface MerkleRoot {
  append(leafHash: Uint8Array): void;
  root(): Uint8Array;
}

export function merkleRoot(hash: (bytes: Uint8Array) => Uint8Array): MerkleRoot {
  // One perfect subtree a bit of the size: peaks[k] covers 2^k leaves, or is null.
  const peaks: (Uint8Array | null)[] = [];
  return {
    append(leafHash) {
      let carry = leafHash;
      let level = 0;
      for (let peak = peaks[level]; peak !== null && peak !== undefined; peak = peaks[level]) {
        carry = nodeHash(hash, peak, carry);
        peaks[level] = null;
        level += 1;
      }
      peaks[level] = carry;
    },
    root() {
      let root: Uint8Array | null = null;
      for (const peak of peaks) {
        if (peak !== null) root = root === null ? peak : nodeHash(hash, peak, root);
      }
      return root ?? hash(new Uint8Array(0));
    },
  };
}

function nodeHash(hash: (bytes: Uint8Array) => Uint8Array, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}
