/** Bars and ranges of bars as people say them. */
import type { CalendarStep } from '../calendar.ts';
import { dayText, instantParts } from '../instant-text.ts';
import { wallClock } from '../wall-clock.ts';
import type { Bar, Bars } from './bars.ts';

/** `Sat 14 March 2026`; `2026-03-14 10:00 to 11:00 +01:00`. `zone`: on whose clock times are said. */
export function spanWords(
  from: number,
  to: number,
  { step, clock }: Omit<Bars, 'bars'>,
  zone: string,
): string {
  const { toLocal } = wallClock(zone);
  const [first, last] = [toLocal(from), toLocal(to)];
  if (clock === zone && isLong(step) && first % DAY_MS === 0 && last % DAY_MS === 0) {
    const firstDay = dayText(micros(first));
    return last - first === DAY_MS ? firstDay : `${firstDay} to ${dayText(micros(last - DAY_MS))}`;
  }
  const begin = instantParts(micros(from), zone);
  const end = instantParts(micros(to), zone);
  const until = end.date === begin.date ? short(end.time) : `${end.date} ${short(end.time)}`;
  return `${begin.date} ${short(begin.time)} to ${until} ${end.offset}`;
}

/** `1 hour`, `2 weeks`: how long each bar is. */
export function stepWords({ unit, every }: CalendarStep): string {
  return every === 1 ? `1 ${unit}` : `${every} ${unit}s`;
}

export function eventsWords(events: number): string {
  return `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;
}

export const eventsIn = (bars: readonly Bar[]): number => bars.reduce((sum, { events }) => sum + events, 0);

const DAY_MS = 86_400_000;
const isLong = ({ about }: CalendarStep): boolean => about >= DAY_MS;
const micros = (ms: number): bigint => BigInt(ms) * 1000n;
const short = (time: string): string => time.replace(/:00$/, '');
