/** How long something lasted, in its largest unit, floored: "12 d", "3 h", "1.4 y". Milliseconds in. */
const UNITS = [
  ['y', 365.25 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

export function lapseText(ms: number): string {
  const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? ['ms', 1];
  const count = ms / size;
  // A year is so long that its tenths matter.
  return `${unit === 'y' && count < 10 ? Math.floor(count * 10) / 10 : Math.floor(count)} ${unit}`;
}
