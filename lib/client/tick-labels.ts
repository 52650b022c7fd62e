/** What a tick says. The first tick of a larger unit says that unit, so that a row of labels can be read from left to right. */
import type { CalendarStep, CalendarUnit } from './calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function labelOf(at: number, { unit }: CalendarStep): { label: string; major: boolean } {
  const parts = partsOf(at);
  if (unit === 'year') return { label: parts.year, major: false };
  const midnight = parts.clock === '00:00:00' && parts.micros === 0;
  if (midnight && parts.newYear) return { label: parts.year, major: true };
  if (unit === 'month') return { label: parts.month, major: false };
  // No week starts on every 1 January, so the year's first Monday says the year.
  if (unit === 'week' && parts.day <= 7 && parts.month === MONTHS[0])
    return { label: `${parts.date} ${parts.year}`, major: true };
  if (unit === 'week' || unit === 'day') return { label: parts.date, major: parts.day === 1 };
  if (midnight) return { label: parts.date, major: true };
  return { label: clockLabel(parts, unit), major: false };
}

/** What a tick says that has nothing before it to be read with. */
export function fullLabelOf(at: number, step: CalendarStep): string {
  const { year, month, date } = partsOf(at);
  const { label } = labelOf(at, step);
  if (step.unit === 'year') return year;
  if (step.unit === 'month') return `${month} ${year}`;
  if (step.unit === 'week' || step.unit === 'day') return `${date} ${year}`;
  return label === date || label === year ? `${date} ${year}` : `${date} ${label}`;
}

/** What the labels of a step leave unsaid about the left edge of the window. */
export function contextOf(from: number, { unit }: CalendarStep): string | null {
  const { year, month, date, clock } = partsOf(from);
  if (unit === 'year') return null;
  if (unit === 'month') return year;
  if (unit === 'week' || unit === 'day') return `${month} ${year}`;
  if (unit === 'millisecond' || unit === 'microsecond') return `${date} ${year} ${clock.slice(0, 5)}`;
  return `${date} ${year}`;
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: number;
  /** "3 Mar" */
  readonly date: string;
  /** "14:02:11" */
  readonly clock: string;
  readonly micros: number;
  readonly newYear: boolean;
}

function partsOf(at: number): Parts {
  // Microseconds of a double far from 1970 need rounding before they are cut into parts.
  const micros = Math.round(at * 1000);
  const date = new Date(Math.floor(micros / 1000));
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = date.getUTCDate();
  return {
    year: String(date.getUTCFullYear()),
    month,
    day,
    date: `${day} ${month}`,
    clock: date.toISOString().slice(-13, -5),
    micros: ((micros % 1_000_000) + 1_000_000) % 1_000_000,
    newYear: day === 1 && date.getUTCMonth() === 0,
  };
}

function clockLabel({ clock, micros }: Parts, unit: CalendarUnit): string {
  if (unit === 'hour' || unit === 'minute') return clock.slice(0, 5);
  if (unit === 'second') return clock;
  const digits = String(micros).padStart(6, '0');
  return `${clock.slice(6)}.${unit === 'millisecond' ? digits.slice(0, 3) : digits} s`;
}
