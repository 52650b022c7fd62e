/** The playhead in words: for the flag, for the slider's `aria-valuetext` and for the live region. */
import { type Axis, durationWords, EVENT_FLAGS, type EventHeader } from '#core';
import { instantParts } from './instant-text.ts';
import { visibleString } from './visible-runs.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const COUNT = new Intl.NumberFormat('en-US');

export const countText = (count: number): string => COUNT.format(count);

/** An event as far as it is spoken of; `late`: it happened before an event that was in the log already. */
export type SpokenEvent = EventHeader & { readonly late: boolean };

/** What is said of events comes from here: a header that has not come yet is null. */
export interface EventSource {
  readonly axis: Axis;
  readonly length: number;
  peek(ordinal: number): SpokenEvent | null;
}

/** The number people know an event by, its version, which on the occurred axis is not its place; 0 before the first; null: not known yet. */
export function versionAt({ axis, peek }: EventSource, ordinal: number): number | null {
  if (ordinal < 1) return 0;
  return axis === 'recorded' ? ordinal : (peek(ordinal)?.version ?? null);
}

/** "812", or "…" while it is not known. */
export function versionText(source: EventSource, ordinal: number): string {
  const version = versionAt(source, ordinal);
  return version === null ? '…' : countText(version);
}

export const BEFORE_FIRST = 'Before the first event';

/**
 * "Event 812 of 4,210. OrderShipped by alice. 3 March 2026, 14:02:11 UTC. 3 fields changed." On the occurred axis an event keeps
 * its number, so its place there is said as well: "Event 300, place 498 of 513." Until its header has come, the place is all.
 */
export function eventSentence(
  { axis, length, peek }: EventSource,
  ordinal: number,
  zone = 'UTC',
  eventOf: (type: string) => string = asWritten,
): string {
  if (length === 0) return 'No events.';
  if (ordinal < 1) return `${BEFORE_FIRST}, of ${countText(length)}.`;
  const header = peek(ordinal);
  if (header === null)
    return `${axis === 'recorded' ? 'Event' : 'Place'} ${countText(ordinal)} of ${countText(length)}.`;
  const who = header.actor === null ? '' : ` by ${visibleString(header.actor)}`;
  const sentences = [
    placeOf(header, ordinal, length),
    `${visibleString(eventOf(header.type))}${who}`,
    spokenInstant(instantOf(header, axis), zone),
    header.removed
      ? 'Entity removed'
      : `${countText(header.changes)} ${header.changes === 1 ? 'field' : 'fields'} changed`,
  ];
  if (header.late) sentences.push('Recorded late');
  if (clockWentBack(header, axis)) sentences.push('The clock went back');
  return `${sentences.join('. ')}.`;
}

/** The same where the playhead may be at an instant between events: "As of 3 March 2026, 14:02:11 UTC. Event 811 of …". */
export function placeSentence(
  source: EventSource,
  ordinal: number,
  instant: bigint | null,
  zone = 'UTC',
  eventOf: (type: string) => string = asWritten,
): string {
  const asOf = instant === null ? '' : `As of ${spokenInstant(instant, zone)}. `;
  return asOf + eventSentence(source, ordinal, zone, eventOf);
}

const asWritten = (type: string): string => type;

function placeOf({ version }: EventHeader, ordinal: number, length: number): string {
  const place = version === ordinal ? '' : `, place ${countText(ordinal)}`;
  return `Event ${countText(version)}${place} of ${countText(length)}`;
}

/** The event's own time on the history's axis. */
export const instantOf = (header: EventHeader, axis: Axis): bigint =>
  axis === 'recorded' ? header.recordedAt : header.occurredAt;

/** Of a late event: how far its two times lie apart, told from the axis shown. */
export function lateWords({ occurredAt, recordedAt }: EventHeader, axis: Axis): string {
  const lapse = durationWords(recordedAt < occurredAt ? occurredAt - recordedAt : recordedAt - occurredAt);
  if (recordedAt < occurredAt) return `late: recorded ${lapse} before it happened`;
  return axis === 'recorded' ? `late: happened ${lapse} before` : `late: recorded ${lapse} after`;
}

export const clockWentBack = (header: EventHeader, axis: Axis): boolean =>
  axis === 'recorded' && (header.flags & EVENT_FLAGS.recordedWentBack) !== 0;

/** "3 March 2026, 14:02:11 UTC": fractions are for the eye, the ear has enough with seconds. */
function spokenInstant(micros: bigint, zone: string): string {
  const { date, time, offset } = instantParts(micros, zone);
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time.slice(0, 8)} ${offset}`;
}
