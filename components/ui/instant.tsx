'use client';

import { instantIso, instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';

/** A moment as absolute time with its zone. Where room is short it wraps between its parts, never within one. */
export function Instant({ micros }: { micros: bigint }) {
  const zone = useZone();
  const { date, time, offset } = instantParts(micros, zone);
  return (
    <time dateTime={instantIso(micros, zone)} className="font-mono text-sm">
      <span className="whitespace-nowrap">{date}</span> <span className="whitespace-nowrap">{time}</span>{' '}
      {offset}
    </time>
  );
}
