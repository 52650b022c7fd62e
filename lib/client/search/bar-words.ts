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

/**
 * `1 hour`; `1 hour, as UTC begins them: at :30 of Asia/Kolkata`: how long bars are, and whose they are where the clock on screen would begin
 * them elsewhere.
 */
export function barsWords({ bars, step, clock }: Bars, zone: string): string {
  const length = stepWords(step);
  if (clock === zone) return length;
  const begun = `${length}, as ${clock.replaceAll('_', ' ')} begins them`;
  const { toLocal } = wallClock(zone);
  const [past, ...others] = new Set(bars.map(({ from }) => modulo(toLocal(from), HOUR_MS)));
  // Days, and hours while a clock is moved by half of one, begin at more times than can be told.
  if (isLong(step) || past === undefined || past === 0 || others.length > 0) return begun;
  return `${begun}: at :${instantParts(micros(past), 'UTC').time.slice(3).replace(/:00$/, '')} of ${zone.replaceAll('_', ' ')}`;
}

export function eventsWords(events: number): string {
  return `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;
}

export const eventsIn = (bars: readonly Bar[]): number => bars.reduce((sum, { events }) => sum + events, 0);

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const modulo = (value: number, by: number): number => ((value % by) + by) % by;
const isLong = ({ about }: CalendarStep): boolean => about >= DAY_MS;
const micros = (ms: number): bigint => BigInt(ms) * 1000n;
const short = (time: string): string => time.replace(/:00$/, '');
