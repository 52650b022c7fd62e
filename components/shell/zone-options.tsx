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

/** The zone of this machine, which the server does not know: null there. */
export function useZoneOfMachine(): string | null {
  return useSyncExternalStore(never, localZone, nowhere);
}

/** The minute that it is on this machine, in microseconds since 1970. The server may stand in another one: null there. */
function useMinuteOfMachine(): bigint | null {
  return useSyncExternalStore(never, minuteOfMachine, nowhere);
}

/** What a choice of zones offers. What is chosen stands in bars with little room, so each is said by its city; its heading has the rest. */
export function ZoneOptions({
  zone,
  named,
  at,
}: {
  /** The one that is chosen: `local`, a name, or null for UTC. */
  zone: string | null;
  named: readonly string[];
  /** Offsets change over the year: those of this instant are named. Microseconds since 1970; null: now. */
  at: bigint | null;
}) {
  const local = useZoneOfMachine();
  const now = useMinuteOfMachine();
  const offset = (name: string) => offsetAt(name, at ?? now);
  const others = zone === null || zone === 'local' || named.includes(zone) ? named : [zone, ...named];
  return (
    <>
      <option value="UTC">UTC</option>
      <optgroup label={local === null ? 'This machine' : `This machine: ${spaced(local)}`}>
        <option value="local">{local === null ? 'Local' : `Local${offset(local)}`}</option>
      </optgroup>
      {[...byArea(others)].map(([area, names]) => (
        <optgroup key={area} label={area === '' ? 'Other zones' : spaced(area)}>
          {names.map((name) => (
            <option key={name} value={name}>
              {`${spaced(name.slice(name.lastIndexOf('/') + 1))}${offset(name)}`}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** `America/Argentina/Buenos_Aires` lies in `America/Argentina`. */
function byArea(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const areas = new Map<string, string[]>();
  for (const name of names) {
    const area = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    areas.set(area, [...(areas.get(area) ?? []), name]);
  }
  return areas;
}

const never = (): (() => void) => () => undefined;
const nowhere = (): null => null;

/** The same value for the same minute, as a store of React has to answer. */
const minuteOfMachine = (): bigint => BigInt(Math.floor(Date.now() / 60_000)) * 60_000_000n;

export const spaced = (name: string): string => name.replaceAll('_', ' ');

const offsetAt = (name: string, at: bigint | null): string =>
  at === null ? '' : ` ${offsetText(secondsAheadAt(name, at))}`;
