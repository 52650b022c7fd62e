/**
 * Bytes into lines. Law: joined with newlines, the lines are the input (but for a byte-order mark, line ends and lines over
 * the limit), however the bytes were cut into chunks.
 *
 * It does not decode: a line that is not UTF-8 is refused by its reader, with its place, and is kept as bytes.
 */

export interface Line {
  /** 1, 2, 3 … as an editor counts them. */
  readonly number: number;
  /** Without its line end. Empty when it was over the limit. */
  readonly bytes: Uint8Array;
  /** Its length in bytes, also when it was over the limit. */
  readonly length: number;
}

/** Every line, blank ones too. A line over `limit` bytes is measured and let go, so memory stays below it. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  const pending = new PendingLine(limit);
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE, from); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      number += 1;
      yield pending.finish(chunk.subarray(from, end), number);
      from = end + 1;
    }
    pending.add(chunk.subarray(from));
  }
  if (pending.length > 0) yield pending.finish(NOTHING, number + 1);
}

/** Only space, tab and carriage return: such a line is no record. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

class PendingLine {
  length = 0;
  private parts: Uint8Array[] = [];

  constructor(private readonly limit: number) {}

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else this.parts.push(part);
  }

  finish(rest: Uint8Array, number: number): Line {
    this.add(rest);
    const { length } = this;
    const whole = length > this.limit ? NOTHING : joined(this.parts);
    this.length = 0;
    this.parts = [];
    return { number, bytes: withoutLineEnd(number === 1 ? withoutMark(whole) : whole), length };
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const NOTHING = new Uint8Array(0);
