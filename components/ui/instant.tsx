import { instantIso, instantParts } from '#client/instant-text';

/** A moment as absolute time with its zone; `show="seconds"` where a heading already says the day and the zone. */
export function Instant({ micros, show = 'all' }: { micros: bigint; show?: 'all' | 'seconds' }) {
  const { date, time } = instantParts(micros);
  return (
    <time dateTime={instantIso(micros)} className="whitespace-nowrap font-mono text-sm">
      {show === 'seconds' ? time.slice(0, 8) : `${date} ${time} UTC`}
    </time>
  );
}
