import { spaced, useNamedZones, useZoneOfMachine, ZoneOptions } from './zone-options.tsx';

/** Which zone the times on screen are written in: UTC, this machine's, or any that the browser knows. */
export function ZoneSelect({
  zone,
  at,
  onZone,
}: {
  /** As the address has it; null: UTC. */
  zone: string | null;
  /** Offsets change over the year: those of this instant are named. Microseconds since 1970. */
  at: bigint;
  onZone(zone: string | null): void;
}) {
  const { named, open } = useNamedZones();
  const local = useZoneOfMachine();
  const called = zone === 'local' ? (local ?? 'local') : (zone ?? 'UTC');
  return (
    <label className="print:hidden">
      <span className="sr-only">Time zone</span>
      <select
        value={zone ?? 'UTC'}
        onFocus={open}
        onPointerDown={open}
        onChange={({ target }) => onZone(target.value === 'UTC' ? null : target.value)}
        title={`${spaced(called)}: the zone that times are written in (U goes through them)`}
        className="h-7 max-w-44 rounded-md bg-transparent [field-sizing:content] pr-1 text-ink-2 hover:text-ink"
      >
        <ZoneOptions zone={zone} named={named} at={at} />
      </select>
    </label>
  );
}
