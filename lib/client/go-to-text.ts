/**
 * What was typed into "Go to", as a moment is written: `1,206`, `1 206` and `#1206` are the version 1206, `@5,140` is the position
 * 5140, and an instant without seconds is at second 0. `2h ago` is counted from now; a date, and a time without a zone, are read on the clock
 * of the zone that the screen shows, so that what was read there can be typed there (see local-time.ts). The separators of numbers are dropped only between
 * groups of three digits with nothing else around, so an instant is never touched by that.
 */
import { formatInstant } from '#core';
import { readLocalTime } from './local-time.ts';

export interface TypedAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the screen, a name of the tz database. */
  readonly zone: string;
}

export interface TypedMoment {
  /** What the page is asked for. */
  readonly text: string;
  /** Why it can be no moment here; null: it may be one. */
  readonly problem: string | null;
  /** What to know of the moment that was taken; null: nothing. */
  readonly note: string | null;
}

export function readGoTo(typed: string, { now, zone }: TypedAt): TypedMoment {
  const text = typed.trim();
  const local = readLocalTime(text, zone);
  if (local !== null) return { text, problem: null, note: null, ...local };
  return { text: plainText(text, now), problem: null, note: null };
}

/** The moment alone, for whoever only offers to go there. */
export const goToText = (typed: string, at: TypedAt): string => readGoTo(typed, at).text;

function plainText(text: string, now: number): string {
  if (GROUPED.test(text)) return text.replace(/[^\d@]/g, '');
  return ago(text, now) ?? text.replace(/^#/, '').replace(TO_THE_MINUTE, '$1:00$2');
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
