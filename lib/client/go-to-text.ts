/**
 * What was typed into "Go to", as a moment is written: `1,206`, `1 206` and `#1206` are the version 1206, `@5,140` is the position
 * 5140, and an instant without seconds is at second 0. `2h ago` is counted from now; a date, and a time without a zone, are read on the clock
 * of the zone that the screen shows, so that what was read there can be typed there. The separators of numbers are dropped only between
 * groups of three digits with nothing else around, so an instant is never touched by that.
 */
import { formatInstant } from '#core';
import { wallClock } from './wall-clock.ts';

export interface TypedAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the screen, a name of the tz database. */
  readonly zone: string;
}

export function goToText(typed: string, { now, zone }: TypedAt): string {
  const text = typed.trim();
  if (GROUPED.test(text)) return text.replace(/[^\d@]/g, '');
  return ago(text, now) ?? local(text, zone) ?? text.replace(/^#/, '').replace(TO_THE_MINUTE, '$1:00$2');
}

const GROUPED = /^[#@]?\d{1,3}(?:[,'’_ \u00a0\u2009\u202f]\d{3})+$/;

const TO_THE_MINUTE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/i;

const AGO = /^(\d{1,6}(?:\.\d{1,3})?)\s*(s|sec|m|min|h|d|w)(?:onds?|utes?|ours?|ays?|eeks?)?\s+ago$/i;

const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
};

function ago(text: string, now: number): string | null {
  const match = AGO.exec(text);
  if (match === null) return null;
  const unit = SECONDS[(match[2] ?? '').toLowerCase()] ?? 1;
  return formatInstant(BigInt(Math.round(now - Number(match[1]) * unit * 1000)) * 1000n);
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?$/i;

/** null where it is none, or no such day or time. */
function local(text: string, zone: string): string | null {
  const match = LOCAL.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number)
    .map(orZero);
  const reading = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(reading).toISOString().slice(0, 19);
  const pair = (value: number) => String(value).padStart(2, '0');
  if (read !== `${match[1]}-${match[2]}-${match[3]}T${pair(hour)}:${pair(minute)}:${pair(second)}`)
    return null;
  const micros = BigInt((match[7] ?? '').padEnd(6, '0'));
  return formatInstant(BigInt(wallClock(zone).toInstant(reading)) * 1000n + micros);
}

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value);
