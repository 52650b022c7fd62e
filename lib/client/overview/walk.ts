/**
 * Where the arrows, Home and End lead among many links that are one stop of Tab, as in a grid of WAI-ARIA.
 *
 * Laws: from any link every other can be walked to, and Home and End are the first and the last.
 */
import type { CalendarDay } from './calendar-weeks.ts';

export interface Walk {
  /** The name of the link that Tab comes to before any was walked to; null: there is none. */
  readonly begin: string | null;
  has(stop: string): boolean;
  /** undefined: the key is none of these; null: nothing lies there. */
  to(key: string, from: string): string | null | undefined;
}

/** Links in rows of a table, where not every cell has one. */
export function rowsWalk(rows: readonly (readonly (string | null)[])[]): Walk {
  const filled = rows.filter((row) => row.some((stop) => stop !== null));
  const all = filled.flat().filter((stop) => stop !== null);
  return {
    begin: all[0] ?? null,
    has: (stop) => all.includes(stop),
    to: (key, from) => {
      if (key === 'Home') return all[0] ?? null;
      if (key === 'End') return all.at(-1) ?? null;
      const row = filled.findIndex((stops) => stops.includes(from));
      const column = filled[row]?.indexOf(from) ?? 0;
      if (key === 'ArrowUp') return row < 1 ? null : nearest(filled[row - 1], column);
      if (key === 'ArrowDown') return nearest(filled[row + 1], column);
      const along = filled[row]?.filter((stop) => stop !== null) ?? [];
      if (key === 'ArrowLeft') return along[along.indexOf(from) - 1] ?? null;
      if (key === 'ArrowRight') return along[along.indexOf(from) + 1] ?? null;
      return undefined;
    },
  };
}

/** Of two that are as near, the one before. */
function nearest(row: readonly (string | null)[] = [], column: number): string | null {
  const away = (nth: number) => Math.abs(nth - column);
  const [near = null] = row
    .flatMap((stop, nth) => (stop === null ? [] : [{ stop, nth }]))
    .sort((a, b) => away(a.nth) - away(b.nth));
  return near?.stop ?? null;
}

/** In days. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
};

/** Days in columns of weeks: up and down a day, left and right a week. Tab comes to the newest. */
export function daysWalk(weeks: readonly (readonly (CalendarDay | null)[])[]): Walk {
  const days = weeks.flat().flatMap((day) => (day === null ? [] : [day.day]));
  const stopOf = (day: number | undefined) => (day !== undefined && days.includes(day) ? String(day) : null);
  return {
    begin: stopOf(days.at(-1)),
    has: (stop) => stopOf(Number(stop)) !== null,
    to: (key, from) => {
      if (key === 'Home') return stopOf(days[0]);
      if (key === 'End') return stopOf(days.at(-1));
      const step = STEPS[key];
      return step === undefined ? undefined : stopOf(Number(from) + step);
    },
  };
}
