'use client';

import { instantIso, instantText } from '#client/instant-text';
import { useZone } from '#client/zone';

/** With its offset from UTC, so that it is clear without the rest of the sheet, also in the hour that a clock shows twice. */
export function PaperTime({ micros }: { micros: bigint }) {
  const zone = useZone();
  return <time dateTime={instantIso(micros, zone)}>{instantText(micros, zone)}</time>;
}

export function ZoneWords() {
  const zone = useZone();
  return zone === 'UTC'
    ? 'All times are UTC.'
    : `All times are those of ${zone}, each with its offset from UTC.`;
}
