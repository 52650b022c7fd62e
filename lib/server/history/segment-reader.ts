/** Closed segments by their hash, decoded: from memory, else from the store. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeSegment, fail, LruCache, ok, type Result, type Segment } from '#core';
import type { Store } from '#store';

const CACHE_BYTES = 128 * 1024 * 1024;
const OPEN_BYTES = 32 * 1024 * 1024;
/** A decoded segment takes about so many bytes for each of its own: columns of four and eight bytes, texts of two. */
const DECODED = 6;

const unzip = promisify(gunzip);

export class SegmentReader {
  private readonly segments = new LruCache<Promise<Result<Segment>>>(CACHE_BYTES);
  private readonly open = new LruCache<Uint8Array>(OPEN_BYTES);
  private readonly coming = new Map<string, Promise<void>>();

  constructor(private readonly store: Store) {}

  /** CS-523: the store does not have it. CS-13x: it cannot be read. */
  read(hash: string): Promise<Result<Segment>> {
    const known = this.segments.get(hash);
    if (known !== undefined) return known;
    const reading = this.fetch(hash).catch((error: unknown) => {
      this.segments.delete(hash);
      throw error;
    });
    this.segments.set(hash, reading, 0);
    return reading;
  }

  /** One whose bytes are at hand: decoded once, however often it is asked for. */
  async of(hash: string, bytes: Uint8Array): Promise<Result<Segment>> {
    return this.segments.get(hash) ?? this.keep(hash, bytes);
  }

  /** One that was just made. */
  private keep(hash: string, bytes: Uint8Array): Result<Segment> {
    const segment = decodeSegment(bytes);
    if (segment.ok) this.segments.set(hash, Promise.resolve(segment), bytes.length * DECODED);
    return segment;
  }

  /** What was read under the hash is not to be trusted. */
  forget(hash: string): void {
    this.segments.delete(hash);
  }

  /** The bytes as core's encodeSegment wrote them. CS-523, and CS-131 where they cannot be unpacked. */
  async raw(hash: string): Promise<Result<Uint8Array>> {
    const gzipped = await this.gzipped(hash);
    if (!gzipped.ok) return gzipped;
    return unzip(gzipped.value).then(ok, (error: Error) =>
      fail('CS-131', `The segment is damaged: ${error.message}.`),
    );
  }

  /** An open segment, which the store keeps until the next one only, gzipped: it can be asked for by its hash for a while. */
  keepOpen(hash: string, gzipped: Uint8Array): void {
    this.open.set(hash, gzipped, gzipped.length);
  }

  /** One that is on its way into the store: whoever reads it meanwhile waits until `coming` is over. */
  await(hash: string, coming: Promise<void>): void {
    this.coming.set(hash, coming);
    void coming.then(() => this.coming.delete(hash));
  }

  /** As the store keeps them. CS-523. */
  async gzipped(hash: string): Promise<Result<Uint8Array>> {
    await this.coming.get(hash);
    const bytes = this.open.get(hash) ?? (await this.store.segments.bytes(hash));
    return bytes === null ? fail('CS-523', `There is no segment ${hash} any more. Ask again.`) : ok(bytes);
  }

  private async fetch(hash: string): Promise<Result<Segment>> {
    const bytes = await this.raw(hash);
    const segment = bytes.ok ? this.keep(hash, bytes.value) : bytes;
    // A failure is not kept: it may be healed by the time of the next question.
    if (!segment.ok) this.segments.delete(hash);
    return segment;
  }
}
