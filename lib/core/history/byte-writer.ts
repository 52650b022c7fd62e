/**
 * Bytes as they are written: integers of any size a double holds, texts as UTF-8.
 *
 * Unsigned integers are LEB128 (seven bits a byte, lowest first; DWARF 5, section 7.6). Signed ones keep their sign in the
 * second highest bit of the first byte, so that all of ±2^53 fits without a detour over bigint.
 */
const FIRST = 1_024;

export class ByteWriter {
  private bytes = new Uint8Array(FIRST);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** A whole number from 0 to 2^53 − 1. */
  unsigned(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.used++] = (rest % 0x80) | 0x80;
      rest = rest < 2 ** 31 ? rest >>> 7 : Math.floor(rest / 0x80);
    }
    this.bytes[this.used++] = rest;
  }

  /** A whole number from −(2^53 − 1) to 2^53 − 1. */
  signed(value: number): void {
    this.room(8);
    const size = Math.abs(value);
    const sign = value < 0 ? 0x40 : 0;
    if (size < 0x40) {
      this.bytes[this.used++] = size | sign;
      return;
    }
    this.bytes[this.used++] = (size % 0x40) | sign | 0x80;
    this.unsigned(Math.floor(size / 0x40));
  }

  /** Well-formed text, its length in bytes before it. */
  text(text: string): void {
    this.block(new TextEncoder().encode(text));
  }

  /** Bytes, their number before them. */
  block(block: Uint8Array): void {
    this.unsigned(block.length);
    this.raw(block);
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }

  private room(more: number): void {
    const needed = this.used + more;
    if (needed <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    wider.set(this.bytes.subarray(0, this.used));
    this.bytes = wider;
  }
}
