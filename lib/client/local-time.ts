/**
 * A day, or a day and a time without a zone, read on the clock of the zone that the screen shows.
 *
 * A time that the clock skips is refused with the two that are near it, because either would be a guess. One that it shows twice is the
 * first of the two, and how the second is written is said.
 */
import { formatInstant } from '#core';
import { offsetText } from './instant-text.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

export type LocalTime =
  /** As a moment is written; `note` is what to know of it, or null. */
  { readonly text: string; readonly note: string | null } | { readonly problem: string };

/** null where it is no day and time, or none that a calendar has. */
export function readLocalTime(written: string, zone: string): LocalTime | null {
  const match = LOCAL.exec(written);
  if (match === null) return null;
  const [, day = '', time = null, seconds = '', fraction = ''] = match;
  const reading = Date.parse(`${day}T${time ?? '00:00'}${seconds || ':00'}Z`);
  // What Date takes and moves on, such as 30 February, is none either.
  if (Number.isNaN(reading) || dayOf(reading) !== day) return null;
  const micros = BigInt(fraction.slice(1).padEnd(6, '0'));
  const instant = (at: number) => formatInstant(BigInt(at) * 1000n + micros);
  const clock = wallClock(zone);
  const name = zone.replaceAll('_', ' ');
  if (time === null) return wholeDay(day, reading, clock, name);
  const shown = `${time}${seconds}${fraction}`;
  const [first, second] = clock.instantsOf(reading);
  if (first === undefined) {
    const [before, behind] = clock
      .around(reading)
      .map((local) => `${dayOf(local)} ${timeOf(local, shown.length)}`);
    return {
      problem: `${shown} does not exist on ${day} in ${name}: the clock is put forward over it. Write ${before} or ${behind}.`,
    };
  }
  if (second === undefined) return { text: instant(first), note: null };
  const [one, other] = [first, second].map((at) => clock.toLocal(at) - at);
  return {
    text: instant(first),
    note: `${shown} comes twice on ${day} in ${name}. This is the first, ${offset(one)}; write ${exact(second, clock, shown)} for the second, ${offset(other)}.`,
  };
}

/** The year as it is written; of a time at most six digits behind the second. */
const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ]([0-2]\d:[0-5]\d)(?:(:[0-5]\d)(\.\d{1,6})?)?)?$/i;

/** From its first instant on, wherever its clock begins. A day that a zone left out has none. */
function wholeDay(day: string, midnight: number, clock: WallClock, name: string): LocalTime {
  const at = clock.toInstant(midnight);
  if (dayOf(clock.toLocal(at)) === day) return { text: formatInstant(BigInt(at) * 1000n), note: null };
  return { problem: `${day} does not exist in ${name}: the calendar left it out.` };
}

const dayOf = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** As many digits as were written. */
const timeOf = (local: number, length: number): string =>
  new Date(local).toISOString().slice(11, 11 + length);

const offset = (ahead = 0): string => offsetText(ahead / 1000);

/** With its offset; with Z where RFC 3339 has no way to write that one. */
function exact(at: number, clock: WallClock, shown: string): string {
  const local = clock.toLocal(at);
  const ahead = offset(local - at);
  if (ahead.length > '+00:00'.length) return formatInstant(BigInt(at) * 1000n);
  return `${dayOf(local)}T${shown}${ahead}`;
}
