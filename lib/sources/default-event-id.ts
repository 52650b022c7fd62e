/**
 * Event ids for lines that carry none: a keyed hash of the source, the exact line and n, for the n-th identical line of
 * that input. Reading the same input again gives the same ids, so importing twice adds nothing; without the store's key
 * nobody can confirm a guess at a line from its id.
 */
import { createHmac } from 'node:crypto';

export class DefaultEventIds {
  private readonly seen = new CountTable();

  /** One an input: the counting of identical lines starts again with each. */
  constructor(
    private readonly key: string,
    private readonly source: string,
  ) {}

  /** 64 hex digits. */
  next(line: Uint8Array): string {
    const first = this.hash(line, 1);
    const n = this.seen.count(first.readUInt32LE(0), first.readUInt32LE(4));
    return (n === 1 ? first : this.hash(line, n)).toString('hex');
  }

  private hash(line: Uint8Array, n: number): Buffer {
    return createHmac('sha256', Buffer.from(this.key, 'hex'))
      .update(`${this.source}\0`)
      .update(line)
      .update(`\0${n}`)
      .digest();
  }
}

/**
 * How often each 64-bit key was counted: an open-addressing table of twelve bytes a slot, so that a million lines cost
 * some twenty megabytes and not a million strings.
 */
export class CountTable {
  private low = new Uint32Array(1024);
  private high = new Uint32Array(1024);
  private counts = new Uint32Array(1024);
  private used = 0;

  /** Counts the key once more and gives its count. */
  count(low: number, high: number): number {
    if (this.used * 2 >= this.counts.length) this.grow();
    const slot = this.slotOf(low, high);
    if (this.counts[slot] === 0) this.used += 1;
    return this.put(slot, low, high, (this.counts[slot] ?? 0) + 1);
  }

  private slotOf(low: number, high: number): number {
    const mask = this.counts.length - 1;
    let slot = low & mask;
    while (this.counts[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private put(slot: number, low: number, high: number, count: number): number {
    this.low[slot] = low;
    this.high[slot] = high;
    this.counts[slot] = count;
    return count;
  }

  private grow(): void {
    const { low, high, counts } = this;
    this.low = new Uint32Array(counts.length * 2);
    this.high = new Uint32Array(counts.length * 2);
    this.counts = new Uint32Array(counts.length * 2);
    counts.forEach((count, slot) => {
      const keyLow = low[slot] ?? 0;
      const keyHigh = high[slot] ?? 0;
      if (count > 0) this.put(this.slotOf(keyLow, keyHigh), keyLow, keyHigh, count);
    });
  }
}
