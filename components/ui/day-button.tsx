'use client';

import { Calendar } from 'lucide-react';
import { type ReactNode, useRef, useSyncExternalStore } from 'react';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * Around a field of text that takes a day among other things: a button that opens the browser's own calendar, which writes the day into
 * it. What stands in the field is what counts, and without scripts there is the field alone. Its right padding has to leave room.
 */
export function WithDayButton({ label, children }: { label: string; children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const runs = useSyncExternalStore(never, isTrue, isFalse);
  const field = () => place.current?.querySelector<HTMLInputElement>('input:not([type=date])') ?? null;
  const open = () => {
    if (calendar.current === null) return;
    calendar.current.value = DAY.exec(field()?.value ?? '')?.[0] ?? '';
    calendar.current.showPicker();
  };
  const take = (day: string) => {
    const text = field();
    if (text === null || day === '') return;
    text.value = day;
    text.focus();
  };
  return (
    <span ref={place} className="relative flex min-w-0">
      {children}
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        onChange={({ target }) => take(target.value)}
        className="pointer-events-none absolute right-0 bottom-0 h-px w-px opacity-0"
      />
      {runs ? (
        <button
          type="button"
          aria-label={`Choose a day: ${label}`}
          title="Choose a day"
          onClick={open}
          className="absolute inset-y-px right-px flex w-6 items-center justify-center rounded-md text-ink-3 hover:text-ink"
        >
          <Calendar aria-hidden size={13} />
        </button>
      ) : null}
    </span>
  );
}

const never = () => () => undefined;
const isTrue = () => true;
const isFalse = () => false;
