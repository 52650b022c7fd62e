import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { merkleRoot } from '#core';

describe('the Merkle root', () => {
  it('is the root as RFC 6962 section 2.1 defines it, for every size', () => {
    const tree = merkleRoot(sha256);
    for (let size = 0; size <= 70; size += 1) {
      expect(hex(tree.root())).toBe(hex(definedRoot(LEAVES.slice(0, size))));
      tree.append(leafHash(LEAVES[size] ?? new Uint8Array()));
    }
  });

  // The list that the logs of Certificate Transparency test themselves with.
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of the first %i well-known leaves is known', (size, root) => {
    const tree = merkleRoot(sha256);
    for (const leaf of KNOWN_LEAVES.slice(0, size)) tree.append(leafHash(Buffer.from(leaf, 'hex')));
    expect(hex(tree.root())).toBe(root);
  });

  it('does not change what was appended', () => {
    const leaf = new Uint8Array(32);
    const tree = merkleRoot(sha256);
    tree.append(leaf);
    tree.append(leaf);
    expect(leaf).toEqual(new Uint8Array(32));
  });
});

const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];

const LEAVES = Array.from({ length: 71 }, (_, index) => Buffer.from(`leaf ${index}`));

/** MTH(D[n]) = SHA-256(0x01 ‖ MTH(D[0:k]) ‖ MTH(D[k:n])), k the largest power of two below n. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return leafHash(first);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split))];
  return sha256(Buffer.concat([Buffer.from([1]), left, right]));
}

const leafHash = (leaf: Uint8Array) => sha256(Buffer.concat([Buffer.from([0]), leaf]));

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
