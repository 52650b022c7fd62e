/**
 * The leaf: what the log commits to for one event. Computed once, at append, stored, and never again derived from columns
 * except to be compared.
 *
 * leafBytes is the RFC 8785 form of a flat object of strings; leafHash = SHA-256(0x00 ‖ leafBytes), as RFC 6962 section 2.1
 * hashes a leaf. The leaf's index in the log is position − 1 and is not in the leaf, nor is anything that another store may
 * decide otherwise (row ids, the import): an exported log has the same leaves wherever it is restored.
 */
import { hash } from 'node:crypto';
import type { PayloadFormat } from '#core';
import type { Digests } from './digests.ts';

export const LEAF_FORMAT = '1';

export interface Leaf {
  /** Opaque random key of the stream. */
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly flags: number;
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly ingestedAt: bigint;
  readonly removed: boolean;
  readonly payloadFormat: PayloadFormat;
  readonly digests: Digests;
}

/** Keys ascending, so JSON.stringify writes what RFC 8785 asks for; a test holds it against a library. */
export function leafFields(leaf: Leaf): Readonly<Record<string, string>> {
  return {
    actor: leaf.digests.actor,
    entity: leaf.digests.entity,
    eventId: leaf.digests.eventId,
    flags: String(leaf.flags),
    format: LEAF_FORMAT,
    ingestedAt: String(leaf.ingestedAt),
    metadata: leaf.digests.metadata,
    occurredAt: String(leaf.occurredAt),
    payload: leaf.digests.payload,
    payloadFormat: leaf.payloadFormat,
    recordedAt: String(leaf.recordedAt),
    removed: String(leaf.removed),
    schemaVersion: String(leaf.schemaVersion),
    stream: leaf.stream,
    type: leaf.type,
    version: String(leaf.version),
  };
}

export function leafBytes(leaf: Leaf): Buffer {
  return Buffer.from(JSON.stringify(leafFields(leaf)));
}

let scratch = new Uint8Array(4_096);

/** Hex. */
export function leafHash(bytes: Uint8Array): string {
  if (scratch.length <= bytes.length) scratch = new Uint8Array(2 * bytes.length);
  scratch[0] = 0;
  scratch.set(bytes, 1);
  return hash('sha256', scratch.subarray(0, 1 + bytes.length), 'hex');
}
