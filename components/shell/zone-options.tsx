'use client';

import { useState, useSyncExternalStore } from 'react';
import { offsetText } from '#client/instant-text';
import { localZone } from '#client/zone';
import { secondsAheadAt } from '#core';

/** Four hundred names are written once somebody reaches for them: `open` says so. */
export function useNamedZones(): { readonly named: readonly string[]; open(): void } {
  const [named, setNamed] = useState<readonly string[]>([]);
  const open = () => {
    if (named.length === 0) setNamed(Intl.supportedValuesOf('timeZone'));
  };
  return { named, open };
}

/** What a choice of zones offers. */
export function ZoneOptions({
  zone,
  named,
  at,
}: {
  /** The one that is chosen: `local`, a name, or null for UTC. */
  zone: string | null;
  named: readonly string[];
  /** Offsets change over the year: those of this instant are named. Microseconds since 1970. */
  at: bigint;
}) {
  // What the machine's zone is, the server does not know.
  const isMounted = useSyncExternalStore(never, isThere, isNotThere);
  const others = zone === null || zone === 'local' || named.includes(zone) ? named : [zone, ...named];
  return (
    <>
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
    </>
  );
}

const never = (): (() => void) => () => undefined;
const isThere = (): boolean => true;
const isNotThere = (): boolean => false;

const labelOf = (name: string, at: bigint): string =>
  `${name.replaceAll('_', ' ')} ${offsetText(secondsAheadAt(name, at))}`;
