import { useState } from 'react';
import { offsetText } from '#client/instant-text';
import { localZone } from '#client/zone';
import { secondsAheadAt } from '#core';

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
  // Four hundred names are written once somebody reaches for them.
  const [named, setNamed] = useState<readonly string[]>([]);
  const open = () => {
    if (named.length === 0) setNamed(Intl.supportedValuesOf('timeZone'));
  };
  const value = zone ?? 'UTC';
  const others = zone === null || zone === 'local' || named.includes(zone) ? named : [zone, ...named];
  return (
    <label className="print:hidden">
      <span className="sr-only">Time zone</span>
      <select
        value={value}
        onFocus={open}
        onPointerDown={open}
        onChange={({ target }) => onZone(target.value === 'UTC' ? null : target.value)}
        title="The zone that times are written in (U goes through them)"
        className="h-7 max-w-36 rounded-md border border-line-2 bg-surface px-1 text-ink"
      >
        <option value="UTC">UTC</option>
        <option value="local">{named.length === 0 ? 'Local' : `Local, ${labelOf(localZone(), at)}`}</option>
        {others.length === 0 ? null : (
          <optgroup label="Other zones">
            {others.map((name) => (
              <option key={name} value={name}>
                {labelOf(name, at)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

const labelOf = (name: string, at: bigint): string =>
  `${name.replaceAll('_', ' ')} ${offsetText(secondsAheadAt(name, at))}`;
