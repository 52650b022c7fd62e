/**
 * The fields of one line by their pointers. What cannot be read leaves by throwing {@link Unmapped}, which the format
 * turns into a refusal: a mapping has a dozen fields, and the first bad one decides.
 */
import type { Json, Problem } from '#core';
import { type JsonLine, scalarText } from './json-line.ts';
import type { Pointer } from './ndjson-mapping.ts';

/** Control flow inside one format, never seen outside of it. */
export class Unmapped extends Error {
  readonly problem: Problem;

  constructor(code: string, message: string) {
    super(message);
    this.problem = { code, message };
  }
}

export class FieldReader {
  constructor(private readonly line: JsonLine) {}

  value(pointer: Pointer): Json {
    const value = this.line.at(pointer.steps);
    if (value === undefined) throw new Unmapped('CS-204', `${named(pointer)} leads to nothing`);
    return value;
  }

  /** A string as it is, a number or a boolean as it was written. */
  text(pointer: Pointer): string {
    const text = scalarText(this.value(pointer));
    if (typeof text === 'string') return text;
    const found = text === null ? 'null' : 'an object or an array';
    throw new Unmapped('CS-205', `${named(pointer)} leads to ${found}, where a text or a number is needed`);
  }

  /** As {@link text}, and null for null: a field that says that there is none. */
  textOrNull(pointer: Pointer | null): string | null {
    return pointer === null || this.value(pointer) === null ? null : this.text(pointer);
  }

  wholeNumber(pointer: Pointer): number {
    const text = this.text(pointer);
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new Unmapped('CS-205', `${named(pointer)} leads to "${text}", where a whole number is needed`);
  }

  /** Exact text of a value; null for null. */
  raw(pointer: Pointer): string | null {
    return this.value(pointer) === null ? null : (this.line.textAt(pointer.steps) ?? null);
  }

  /** Text of a scalar, `null` for null, or undefined where there is nothing to compare. */
  found(pointer: Pointer): string | undefined {
    const value = this.line.at(pointer.steps);
    if (value === undefined) return undefined;
    return value === null ? 'null' : (scalarText(value) ?? undefined);
  }
}

const named = (pointer: Pointer): string => (pointer.text === '' ? 'the whole line' : pointer.text);
