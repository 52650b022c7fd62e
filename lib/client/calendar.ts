/**
 * Round places of the UTC calendar. Instants are milliseconds since 1970 UTC, with fractions.
 *
 * Law: floorTo(t) ≤ t < nextFrom(floorTo(t)), and floorTo(floorTo(t)) = floorTo(t).
 */
export type CalendarUnit =
  | 'microsecond'
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year';

export interface CalendarStep {
  readonly unit: CalendarUnit;
  readonly every: number;
  /** Its usual length in milliseconds. */
  readonly about: number;
}

const DAY = 86_400_000;

const UNIT_MS: Readonly<Record<CalendarUnit, number>> = {
  microsecond: 0.001,
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
  month: 30.4 * DAY,
  year: 365.25 * DAY,
};

const steps = (unit: CalendarUnit, ...counts: number[]): CalendarStep[] =>
  counts.map((every) => ({ unit, every, about: every * UNIT_MS[unit] }));

/** Ascending by length. */
export const CALENDAR_STEPS: readonly CalendarStep[] = [
  ...steps('microsecond', 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...steps('millisecond', 1, 2, 5, 10, 20, 50, 100, 200, 500),
  ...steps('second', 1, 2, 5, 10, 15, 30),
  ...steps('minute', 1, 2, 5, 10, 15, 30),
  ...steps('hour', 1, 2, 3, 6, 12),
  ...steps('day', 1, 2),
  ...steps('week', 1, 2),
  ...steps('month', 1, 3, 6),
  ...steps('year', 1, 2, 5, 10, 20, 50, 100),
];

/** 1970-01-05 was the first Monday. */
const FIRST_MONDAY = 4 * DAY;

/** The round place at or before an instant. */
export function floorTo(at: number, { unit, every }: CalendarStep): number {
  const date = new Date(Math.floor(at));
  if (unit === 'year') return yearStart(Math.floor(date.getUTCFullYear() / every) * every);
  if (unit === 'month')
    return monthStart(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / every) * every);
  if (unit === 'day' && every > 1) {
    // Every other day counts from the first of its month, so that a month always starts with a tick.
    const back = (date.getUTCDate() - 1) % every;
    return Math.floor(at / DAY) * DAY - back * DAY;
  }
  const offset = unit === 'week' ? FIRST_MONDAY : 0;
  const perUnit = 1 / UNIT_MS[unit];
  // Fractions of a millisecond are divided last: a thousandth has no exact double.
  if (perUnit > 1) return (Math.floor((at * perUnit) / every + 1e-6) * every) / perUnit;
  const size = every * UNIT_MS[unit];
  return Math.floor((at - offset) / size) * size + offset;
}

/** The round place after a round place. */
export function nextFrom(at: number, step: CalendarStep): number {
  const { unit, every } = step;
  const date = new Date(Math.floor(at));
  if (unit === 'year') return yearStart(date.getUTCFullYear() + every);
  if (unit === 'month') return monthStart(date.getUTCFullYear(), date.getUTCMonth() + every);
  if (unit === 'microsecond') return Math.round(at * 1000 + every) / 1000;
  const next = at + every * UNIT_MS[unit];
  if (unit !== 'day' || every === 1) return next;
  // The last odd day of a month gives way to the first of the next, where the two would crowd each other.
  const nextMonth = monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return next + DAY >= nextMonth ? nextMonth : next;
}

const yearStart = (year: number): number => monthStart(year, 0);

function monthStart(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime();
}
