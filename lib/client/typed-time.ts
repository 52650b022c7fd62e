/**
 * A time as people type it, for every box that takes one: a day, a month, a day and a time on the clock of the zone (local-time.ts), an
 * instant, and the times as seen from now of the query language (`yesterday`, `1mo`), which may be spelled out (`2 hours ago`).
 *
 * What covers a stretch, such as a day, means its beginning.
 */
import { formatInstant, parseInstant, readTime } from '#core';
import { type LocalTime, readLocalTime } from './local-time.ts';

export interface TypedAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of the screen, a name of the tz database. */
  readonly zone: string;
}

/** null: it is nothing like a time, and may mean something else. An instant that was written in full stays as it is. */
export function readTypedTime(typed: string, { now, zone }: TypedAt): LocalTime | null {
  const text = withIso(typed);
  const local = readLocalTime(text, zone);
  if (local !== null) return placed(local);
  const instant = text.replace(TO_THE_MINUTE, '$1:00$2');
  if (parseInstant(instant).ok) return { text: instant, note: null };
  const ago = AGO.exec(text);
  if (ago !== null) return countedAgo(ago[1] ?? '', unitOf(ago[2] ?? ''), { now, zone });
  return inQuery(text.toLowerCase(), { now, zone }, LIKE_A_DATE.test(text));
}

/** As the screen writes an instant, it can be typed again: `2026-03-03 14:02:11 UTC`, `… +01:00`. */
const withIso = (text: string): string =>
  text.replace(AS_ON_SCREEN, (_, day: string, time: string, offset: string) => {
    return `${day}T${time}${/^[zu]/i.test(offset) ? 'Z' : offset}`;
  });

const AS_ON_SCREEN = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(UTC|Z|[+-]\d{2}:\d{2})$/i;

const TO_THE_MINUTE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/i;

const AGO =
  /^(\d{1,6}(?:\.\d{1,3})?)\s*(s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?|d|days?|w|weeks?|mo|months?|y|years?)\s+ago$/i;

/** Minutes are `m`, months `mo`; of the others the first letter says which. */
const unitOf = (word: string): string => (/^mo/i.test(word) ? 'mo' : word.slice(0, 1).toLowerCase());

/** Whole numbers as the query language counts them, by the calendar from a day on. */
function countedAgo(count: string, unit: string, at: TypedAt): LocalTime {
  const seconds = SECONDS[unit];
  const whole = String(Number(count));
  if (!whole.includes('.')) return inQuery(`${whole}${unit}`, at, true) ?? { problem: NO_PARTS };
  if (seconds === undefined) return { problem: NO_PARTS };
  const instant = BigInt(Math.round(at.now - Number(count) * seconds * 1000)) * 1000n;
  return placed({ text: formatInstant(instant), note: null });
}

/** Calendars reach further than what can be placed. */
function placed(time: LocalTime): LocalTime {
  const instant = 'text' in time ? parseInstant(time.text) : null;
  return instant === null || instant.ok ? time : { problem: instant.error.message };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

const NO_PARTS = 'Months and years differ in length: write a whole number of them.';

/** `isMeant`: it can be nothing but a time, so that it is said why it is none. */
function inQuery(text: string, { now, zone }: TypedAt, isMeant: boolean): LocalTime | null {
  const time = readTime(text, { now: BigInt(now) * 1_000n, zone });
  if (time.ok) return { text: formatInstant(time.value.start), note: null };
  return isMeant ? { problem: time.error } : null;
}

const LIKE_A_DATE =
  /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?$/i;
