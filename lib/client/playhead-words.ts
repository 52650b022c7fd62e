/** The playhead in words: for the flag, for the slider's `aria-valuetext` and for the live region. All times are UTC. */
import { EVENT_FLAGS, type EventHeader, formatInstant, type History } from '#core';
import { visibleString } from './visible-runs.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const COUNT = new Intl.NumberFormat('en-US');

export const countText = (count: number): string => COUNT.format(count);

/** The number people know an event by, its version, which on the occurred axis is not its place; 0 before the first. */
export const versionAt = (history: History, ordinal: number): number =>
  ordinal < 1 ? 0 : history.event(ordinal).version;

export const versionText = (history: History, ordinal: number): string =>
  countText(versionAt(history, ordinal));

export const BEFORE_FIRST = 'Before the first event';

/**
 * "Event 812 of 4,210. OrderShipped by alice. 3 March 2026, 14:02:11 UTC. 3 fields changed." On the occurred axis an event keeps
 * its number, so its place there is said as well: "Event 300, place 498 of 513."
 */
export function eventSentence(history: History, ordinal: number): string {
  if (history.length === 0) return 'No events.';
  if (ordinal < 1) return `${BEFORE_FIRST}, of ${countText(history.length)}.`;
  const header = history.event(ordinal);
  const who = header.actor === null ? '' : ` by ${visibleString(header.actor)}`;
  const sentences = [
    placeOf(header, ordinal, history.length),
    `${visibleString(header.type)}${who}`,
    spokenInstant(instantOf(header, history.axis)),
    header.removed
      ? 'Entity removed'
      : `${countText(header.changes)} ${header.changes === 1 ? 'field' : 'fields'} changed`,
  ];
  if (clockWentBack(header, history.axis)) sentences.push('The clock went back');
  return `${sentences.join('. ')}.`;
}

function placeOf({ version }: EventHeader, ordinal: number, length: number): string {
  const place = version === ordinal ? '' : `, place ${countText(ordinal)}`;
  return `Event ${countText(version)}${place} of ${countText(length)}`;
}

/** "2026-03-03 14:02:11.500 UTC" */
export const flagInstant = (micros: bigint): string =>
  formatInstant(micros).replace('T', ' ').replace('Z', ' UTC');

/** The event's own time on the history's axis. */
export const instantOf = (header: EventHeader, axis: History['axis']): bigint =>
  axis === 'recorded' ? header.recordedAt : header.occurredAt;

export const clockWentBack = (header: EventHeader, axis: History['axis']): boolean =>
  axis === 'recorded' && (header.flags & EVENT_FLAGS.recordedWentBack) !== 0;

/** "3 March 2026, 14:02:11 UTC": fractions are for the eye, the ear has enough with seconds. */
function spokenInstant(micros: bigint): string {
  const [date = '', time = ''] = formatInstant(micros).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time.slice(0, 8)} UTC`;
}
