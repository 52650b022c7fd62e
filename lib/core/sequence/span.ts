/**
 * How long: `90s`, `15m`, `2d`. Every unit has a fixed length, a day 24 hours. Law: readSpan(spanText(s)) = s.
 */

/** A hundred years, in microseconds: instants as doubles are told apart to the microsecond so far. */
export const LONGEST_SPAN = 36_500n * 86_400_000_000n;

/** Microseconds, from 1 to {@link LONGEST_SPAN}; null: it is none. */
export function readSpan(text: string): bigint | null {
  const [, digits, unit = ''] = /^([1-9]\d{0,17})([a-z]+)$/.exec(text) ?? [];
  const length = LENGTHS.get(unit);
  if (digits === undefined || length === undefined) return null;
  const span = BigInt(digits) * length;
  return span <= LONGEST_SPAN ? span : null;
}

/** In the longest unit that says it whole; weeks are written in days. */
export function spanText(span: bigint): string {
  for (const [unit, length] of LENGTHS)
    if (unit !== 'w' && span % length === 0n) return `${span / length}${unit}`;
  return `${span}us`;
}

const LENGTHS: ReadonlyMap<string, bigint> = new Map([
  ['w', 604_800_000_000n],
  ['d', 86_400_000_000n],
  ['h', 3_600_000_000n],
  ['m', 60_000_000n],
  ['s', 1_000_000n],
  ['ms', 1_000n],
  ['us', 1n],
]);
