'use client';

import { instantIso, instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';

/** A moment in one line of a list. On a phone it ends with its seconds: the page says its zone, and the event itself says all of it. */
export function ShortInstant({ micros, isOurs = false }: { micros: bigint; isOurs?: boolean }) {
  const zone = useZone();
  const { date, time, offset } = instantParts(micros, zone);
  const [seconds, fraction = null] = time.split('.');
  return (
    <time
      dateTime={instantIso(micros, zone)}
      title={isOurs ? 'The source gave no such time; this one is ours.' : undefined}
      className={`whitespace-nowrap font-mono text-sm ${isOurs ? 'text-ink-3' : ''}`}
    >
      {`${date} ${seconds}`}
      {fraction === null ? null : <span className="max-md:sr-only">{`.${fraction}`}</span>}
      <span className={zone === 'UTC' ? 'sr-only' : 'text-ink-3 max-md:sr-only'}>{` ${offset}`}</span>
    </time>
  );
}
