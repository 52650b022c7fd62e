/** How long something typically takes, worded as any other time is, to the two digits that a histogram knows: "1 d 22 h", "12 min", "340 ms". */
import { durationWords } from '#core';

/** Microseconds. */
const UNITS = [86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000] as const;

/** Microseconds in. */
export function typicalTime(micros: number): string {
  const unit = UNITS.find((size) => micros >= size) ?? 1;
  const count = Number((micros / unit).toPrecision(2));
  return durationWords(BigInt(Math.round(count * unit)));
}
