/**
 * Which paths a segment may have changed: a Bloom filter (Burton H. Bloom, 1970) with four bits a path.
 *
 * Law: mayHold(p) is true for every path it was made of; for any other it is true about once in a hundred, or more often where so
 * many paths were changed that the filter is full. It spares reading segments; it never decides an answer.
 */
const PROBES = 4;

export class PathFilter {
  constructor(readonly bytes: Uint8Array) {}

  /** Spares nothing. */
  static everything(): PathFilter {
    return new PathFilter(Uint8Array.of(0xff));
  }

  mayHold(path: string): boolean {
    return bitsOf(path, this.bytes.length * 8).every(
      (bit) => ((this.bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    );
  }
}

/** The bits of a path among so many: two sums of its text give all the probes (Kirsch and Mitzenmacher, 2006). */
export function bitsOf(path: string, bits: number): number[] {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let index = 0; index < path.length; index += 1) {
    const unit = path.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 13);
  }
  return Array.from({ length: PROBES }, (_, probe) => ((one >>> 0) + probe * ((other | 1) >>> 0)) % bits);
}
