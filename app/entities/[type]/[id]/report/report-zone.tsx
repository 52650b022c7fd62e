'use client';

import { instantIso, instantText } from '#client/instant-text';
import { useZone } from '#client/zone';

/** With its offset from UTC, so that it is clear without the rest of the sheet, also in the hour that a clock shows twice. */
export function PaperTime({ micros }: { micros: bigint }) {
  const zone = useZone();
  return <time dateTime={instantIso(micros, zone)}>{instantText(micros, zone)}</time>;
}

/** A value is not changed on paper, also where it says a time. */
export function ZoneWords() {
  const zone = useZone();
  const times = zone === 'UTC' ? 'UTC' : `those of ${zone}, each with its offset from UTC`;
  return `Times of events are ${times}; times in values stand as they were written.`;
}
