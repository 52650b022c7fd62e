import { instantIso, instantParts } from '#client/instant-text';

/**
 * A moment as absolute time with its zone; `show="seconds"` where a heading already says the day and the zone. Where room is short it
 * wraps between its parts, never within one.
 */
export function Instant({ micros, show = 'all' }: { micros: bigint; show?: 'all' | 'seconds' }) {
  const { date, time } = instantParts(micros);
  return (
    <time dateTime={instantIso(micros)} className="font-mono text-sm">
      {show === 'seconds' ? (
        time.slice(0, 8)
      ) : (
        <>
          <span className="whitespace-nowrap">{date}</span> <span className="whitespace-nowrap">{time}</span>{' '}
          UTC
        </>
      )}
    </time>
  );
}
