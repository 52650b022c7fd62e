/**
 * What the log commits to for one placed event, made when it is first asked for: while PostgreSQL takes the rows before it, this
 * thread has nothing else to do.
 */
import { digestsOf } from './digests.ts';
import { type Leaf, leafBytes, leafHash } from './leaf.ts';
import type { PreparedItem } from './prepared-item.ts';

type Place = Omit<Leaf, 'digests' | 'type' | 'schemaVersion' | 'removed' | 'payloadFormat'>;

export class Commitment {
  #bytes: Uint8Array | null = null;
  #hash: string | null = null;

  constructor(
    private readonly prepared: PreparedItem,
    private readonly place: Place,
  ) {}

  get bytes(): Uint8Array {
    this.#bytes ??= this.#made();
    return this.#bytes;
  }

  /** Hex. */
  get hash(): string {
    this.#hash ??= leafHash(this.bytes);
    return this.#hash;
  }

  #made(): Uint8Array {
    const { item, ref, salts } = this.prepared;
    const { type, schemaVersion, removed, payloadFormat } = item.event;
    const { stream, version, flags, occurredAt, recordedAt, ingestedAt } = this.place;
    return leafBytes({
      stream,
      version,
      type,
      schemaVersion,
      flags,
      occurredAt,
      recordedAt,
      ingestedAt,
      removed,
      payloadFormat,
      digests: digestsOf(salts, ref, item.event),
    });
  }
}
