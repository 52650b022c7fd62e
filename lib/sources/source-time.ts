/** The time of a record as its format names it; a record with an impossible time is refused, one without is not. */
import { type Json, ok, parseTimestamp, type Result } from '#core';

export interface SourceTime {
  readonly micros: bigint | null;
  readonly text: string | null;
  /** The given flag where the second was written as 60, else 0. */
  readonly flag: number;
}

/** Errors: those of parseTimestamp, with the field's name before them. */
export function sourceTime(
  field: string,
  value: Json | undefined,
  options: { readonly zone: string | null; readonly leapFlag: number },
): Result<SourceTime> {
  if (value === undefined) return ok({ micros: null, text: null, flag: 0 });
  const time = parseTimestamp(value, options.zone === null ? {} : { zone: options.zone });
  if (!time.ok) return { ok: false, error: { ...time.error, message: `${field}: ${time.error.message}` } };
  return ok({
    micros: time.value.micros,
    text: time.value.text,
    flag: time.value.leap ? options.leapFlag : 0,
  });
}
