/** How long something took, as people say it: in its two largest units, rounded down. */

/** Microseconds. `2 d 4 h`, `12 min 5 s`, `3.2 s`, `40 ms`. */
export function durationWords(micros: bigint): string {
  if (micros < 0n) return `−${durationWords(-micros)}`;
  if (micros < 1_000n) return `${micros} µs`;
  if (micros < 1_000_000n) return `${micros / 1_000n} ms`;
  if (micros < 60_000_000n) return `${Number(micros / 100_000n) / 10} s`;
  for (const [index, [unit, length]] of UNITS.entries()) {
    if (micros < length) continue;
    const [smaller, part] = UNITS[index + 1] ?? ['s', 1_000_000n];
    const rest = (micros % length) / part;
    const whole = `${(micros / length).toLocaleString('en')} ${unit}`;
    return rest === 0n ? whole : `${whole} ${rest} ${smaller}`;
  }
  return '';
}

const UNITS: readonly (readonly [unit: string, micros: bigint])[] = [
  ['d', 86_400_000_000n],
  ['h', 3_600_000_000n],
  ['min', 60_000_000n],
];
