import { useState, useSyncExternalStore } from 'react';
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
  // What the machine's zone is, the server does not know.
  const isMounted = useSyncExternalStore(never, isThere, isNotThere);
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
        className="h-7 max-w-44 rounded-md bg-transparent [field-sizing:content] pr-1 text-ink-2 hover:text-ink"
      >
        <option value="UTC">UTC</option>
        <option value="local">{isMounted ? `Local, ${labelOf(localZone(), at)}` : 'Local'}</option>
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

const never = (): (() => void) => () => undefined;
const isThere = (): boolean => true;
const isNotThere = (): boolean => false;

const labelOf = (name: string, at: bigint): string =>
  `${name.replaceAll('_', ' ')} ${offsetText(secondsAheadAt(name, at))}`;
