/**
 * One line as JSON: its value, exact numbers included, and the raw text of its parts.
 *
 * A line is an envelope around a payload and may be larger than one; the payload is then checked by itself.
 */
import { isUtf8 } from 'node:buffer';
import {
  type Bounds,
  decodeUtf8,
  type Json,
  LIMITS,
  NumberLiteral,
  ok,
  type Problem,
  parseExact,
  type Result,
  resolvePointer,
} from '#core';
import { sliceOf } from './slice.ts';

/** The longest line of one event: a payload at its bound and a wide envelope. */
export const LINE_BYTES = 8 * LIMITS.payloadBytes;
/** The longest line that holds a list of events, as cloud providers deliver them. */
export const LIST_LINE_BYTES = 64 * LIMITS.payloadBytes;

const envelopeOf = (bytes: number): Bounds => ({ bytes, depth: LIMITS.depth + 8, keys: 64 * LIMITS.keys });

export class JsonLine {
  private constructor(
    readonly text: string,
    readonly json: Json,
    /** The whole line is within the bounds of a payload, so every part of it is. */
    private readonly small: boolean,
  ) {}

  /** Errors: CS-100 not UTF-8, CS-101 not JSON, CS-102 to CS-104 beyond the bounds of a line. */
  static read(bytes: Uint8Array, limit: number): Result<JsonLine> {
    const text = textOf(bytes);
    return text.ok ? JsonLine.of(text.value, limit) : text;
  }

  static of(text: string, limit: number): Result<JsonLine> {
    const small = parseExact(text);
    if (small.ok) return ok(new JsonLine(text, small.value, true));
    if (small.error.code === 'CS-101') return small;
    const large = parseExact(text, envelopeOf(limit));
    return large.ok ? ok(new JsonLine(text, large.value, false)) : large;
  }

  at(steps: readonly string[]): Json | undefined {
    return resolvePointer(this.json, steps);
  }

  /** Exact text of a part; undefined: nothing there. */
  textAt(steps: readonly string[]): string | undefined {
    return this.at(steps) === undefined ? undefined : sliceOf(this.text, steps);
  }

  /** The bound that a part of this line breaks as a payload, or null. */
  payloadProblem(payload: string): Problem | null {
    if (this.small) return null;
    const checked = parseExact(payload);
    return checked.ok ? null : checked.error;
  }
}

/** Text of a scalar as it was written; null for null; undefined for objects and arrays, which name nothing. */
export function scalarText(value: Json): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof NumberLiteral) return value.literal;
  return typeof value === 'object' ? undefined : String(value);
}

function textOf(bytes: Uint8Array): Result<string> {
  // The decoder that names the bad byte is slower, so it sees only what is bad.
  if (!isUtf8(bytes)) return decodeUtf8(bytes);
  return ok(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
}
