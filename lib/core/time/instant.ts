/** Placeholder of the contract; see the module's own doc once it is written. */
import { fail, type Result } from '../result.ts';

export interface Instant {
  /** Microseconds since 1970-01-01T00:00:00Z, digits beyond six floored. */
  readonly micros: bigint;
  /** Written with second 60, which is kept as 59.999999. */
  readonly leap: boolean;
}

export function parseInstant(text: string): Result<Instant> {
  return fail('CS-120', `"${text}" is not an instant`);
}
