/** The keys of the calendar: up and down a day, left and right a week, Home and End to its ends. Enter is the link's own. */
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { CalendarDay } from '#client/overview/calendar-weeks';

/** In days. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
};

/** One of the days is come to by Tab: the last that was walked to, or else the newest. */
export function useCalendarKeys(weeks: readonly (readonly (CalendarDay | null)[])[]) {
  const days = weeks.flat().filter((day) => day !== null);
  const [first, last] = [days[0]?.day ?? null, days.at(-1)?.day ?? null];
  const grid = useRef<HTMLTableElement>(null);
  const [walked, setWalked] = useState<number | null>(null);
  const isShown = walked !== null && first !== null && last !== null && walked >= first && walked <= last;
  const current = isShown ? walked : last;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return;
    const step = STEPS[event.key];
    const to =
      event.key === 'Home' ? first : event.key === 'End' ? last : step === undefined ? null : current + step;
    if (to === null) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const day = target instanceof HTMLElement ? target.dataset.day : undefined;
    if (day !== undefined) setWalked(Number(day));
  };
  return { current, grid, handlers: { onKeyDown, onFocus } };
}
