/**
 * Bytes as {@link ByteWriter} writes them, read back. What cannot be read throws {@link Damage}: a Result at every integer would
 * cost more than all the rest of the reading.
 */
export class Damage extends Error {
  constructor(
    readonly field: string,
    what: string,
  ) {
    super(`${field} ${what}`);
  }
}

export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  unsigned(field: string, highest: number): number {
    let value = this.byte(field);
    if (value >= 0x80) {
      value &= 0x7f;
      let unit = 0x80;
      for (;;) {
        const next = this.byte(field);
        value += (next & 0x7f) * unit;
        if (next < 0x80) break;
        unit *= 0x80;
        if (unit > 2 ** 49) throw new Damage(field, 'holds a number that is too long');
      }
    }
    if (value > highest) throw new Damage(field, `holds ${value}, which is over ${highest}`);
    return value;
  }

  signed(field: string): number {
    const first = this.byte(field);
    let size = first & 0x3f;
    if (first >= 0x80) size += this.unsigned(field, 2 ** 47) * 0x40;
    if (!Number.isSafeInteger(size)) throw new Damage(field, 'holds a number that is too large');
    return (first & 0x40) === 0 ? size : -size;
  }

  text(field: string): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.block(field));
    } catch (error) {
      if (error instanceof TypeError) throw new Damage(field, 'is no UTF-8');
      throw error;
    }
  }

  /** A view, not a copy. */
  block(field: string): Uint8Array {
    const length = this.unsigned(field, this.bytes.length);
    if (length > this.left) throw new Damage(field, 'is cut off');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private byte(field: string): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Damage(field, 'is cut off');
    this.at += 1;
    return byte;
  }
}
