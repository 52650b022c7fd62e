/** How long something typically takes, to two digits, which is all that a histogram knows: "1.9 d", "12 min", "340 ms". Microseconds in. */
const UNITS = [
  ['y', 365.25 * 86_400_000_000],
  ['d', 86_400_000_000],
  ['h', 3_600_000_000],
  ['min', 60_000_000],
  ['s', 1_000_000],
  ['ms', 1_000],
  ['µs', 1],
] as const;

export function typicalTime(micros: number): string {
  if (micros < 1) return '0 µs';
  for (const [place, [unit, size]] of UNITS.entries()) {
    const count = Number((micros / size).toPrecision(2));
    if (count < 1) continue;
    const isFine = count < 10 && place < UNITS.length - 1 && !Number.isInteger(count);
    return `${isFine ? count.toFixed(1) : Math.round(count)} ${unit}`;
  }
  return `${Math.round(micros)} µs`;
}
