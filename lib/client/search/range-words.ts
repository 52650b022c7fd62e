/** A range of times in words, as short as it can be said: whole days without the time of day. */
import { instantParts } from '../instant-text.ts';

/** Microseconds since 1970 UTC, `to` exclusive. `zone` is a name of the tz database. */
export function rangeWords(
  { from, to }: { readonly from: bigint | null; readonly to: bigint | null },
  zone: string,
): string {
  if (from === null) return to === null ? 'at any time' : `before ${shortText(to, zone)}`;
  if (to === null) return `since ${shortText(from, zone)}`;
  const [first, last] = [instantParts(from, zone), instantParts(to - 1n, zone)];
  const isWholeDays = first.time === MIDNIGHT && instantParts(to, zone).time === MIDNIGHT;
  if (!isWholeDays) return `from ${shortText(from, zone)}, before ${shortText(to, zone)}`;
  const offset = instantParts(from, zone).offset;
  return first.date === last.date
    ? `on ${first.date} ${offset}`
    : `from ${first.date} to ${last.date} ${offset}`;
}

const MIDNIGHT = '00:00:00';

function shortText(micros: bigint, zone: string): string {
  const { date, time, offset } = instantParts(micros, zone);
  return time === MIDNIGHT ? `${date} ${offset}` : `${date} ${time} ${offset}`;
}
