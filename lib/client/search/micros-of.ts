import { parseInstant } from '#core';

/** An instant of an answer, which is well formed, in microseconds since 1970 UTC. */
export function microsOf(instant: string): bigint {
  const read = parseInstant(instant);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.micros;
}
