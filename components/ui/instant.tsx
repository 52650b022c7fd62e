import { instantIso, instantParts } from '#client/instant-text';

/** A moment as absolute time with its zone. Where room is short it wraps between its parts, never within one. */
export function Instant({ micros }: { micros: bigint }) {
  const { date, time } = instantParts(micros);
  return (
    <time dateTime={instantIso(micros)} className="font-mono text-sm">
      <span className="whitespace-nowrap">{date}</span> <span className="whitespace-nowrap">{time}</span> UTC
    </time>
  );
}
