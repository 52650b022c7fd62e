/**
 * How long something lasted, in its largest unit alone, for where there is little room: "13 d", "3 h", "1.4 y". Milliseconds in.
 *
 * Law, as of durationWords: it is rounded, so never further from the truth than half of what it counts in.
 */
const UNITS = [
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
] as const;

const YEAR = ['y', 365.25 * 86_400_000] as const;

export function lapseText(ms: number): string {
  // What is rounded up to the next unit is said in that.
  const [unit, size] =
    UNITS.find(([, size], index) => Math.round(ms / size) * size < (UNITS[index + 1] ?? YEAR)[1]) ?? YEAR;
  const count = ms / size;
  const tenths = Math.round(count * 10) / 10;
  // A year is so long that its tenths matter.
  return `${unit === 'y' && tenths < 10 ? tenths : Math.round(count)} ${unit}`;
}
