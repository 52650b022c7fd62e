/** The moment of the app in words, for signs and buttons. */
import { type Axis, parseMoment } from '#core';
import { instantText, spelledInstant } from './instant-text.ts';

export const AXIS_WORDS: Readonly<Record<Axis, string>> = {
  recorded: 'as we knew it',
  occurred: 'as it happened',
};

/** Microseconds; null: it is now, a position, or none. */
export function instantOfAsOf(asOf: string | null): bigint | null {
  const moment = asOf === null ? null : parseMoment(asOf);
  return moment?.ok && moment.value.kind === 'instant' ? moment.value.at : null;
}

/** `14 March 2026, 12:00:00 UTC`; `position @81204 of the log`. */
export function spelledAsOf(asOf: string, zone: string): string {
  const instant = instantOfAsOf(asOf);
  return instant === null ? `position ${asOf} of the log` : spelledInstant(instant, zone);
}

/** `2026-03-14 12:00:00 UTC`, `@81204`, `Now`. */
export function shortAsOf(asOf: string | null, zone: string): string {
  if (asOf === null) return 'Now';
  const instant = instantOfAsOf(asOf);
  return instant === null ? asOf : instantText(instant, zone);
}
