/**
 * How long something took, as people say it: in its two largest units, rounded to the last one that is said.
 *
 * Law: what is said is never further from the truth than half of its last unit, which below a minute is a tenth. What is rounded up to the whole
 * of a larger unit is said in that one: 23 h 59 min 59.9 s is `1 d`.
 */

/** Microseconds. `2 d 4 h`, `12 min 6 s`, `3.2 s`, `40 ms`. */
export function durationWords(micros: bigint): string {
  return micros < 0n ? `−${words(rounded(-micros))}` : words(rounded(micros));
}

function rounded(micros: bigint): bigint {
  const [, last] = STEPS.find(([below]) => micros < below) ?? COARSEST;
  return ((micros + last / 2n) / last) * last;
}

const COARSEST = [0n, 3_600_000_000n] as const;

/** Of what is below the first, the second is the last that is said. */
const STEPS: readonly (readonly [below: bigint, last: bigint])[] = [
  [1_000n, 1n],
  [1_000_000n, 100n],
  [60_000_000n, 100_000n],
  [3_600_000_000n, 1_000_000n],
  [86_400_000_000n, 60_000_000n],
];

function words(micros: bigint): string {
  if (micros < 1_000n) return `${micros} µs`;
  if (micros < 1_000_000n) return `${Number(micros) / 1_000} ms`;
  if (micros < 60_000_000n) return `${Number(micros) / 1_000_000} s`;
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
