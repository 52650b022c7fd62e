/** The time zone that times on screen are written in. The address has it, so that whoever opens a link reads the same. */
import { createContext, useContext, useSyncExternalStore } from 'react';

/** A name of the tz database. */
export const ZoneContext = createContext('UTC');

export const useZone = (): string => useContext(ZoneContext);

/**
 * The zone that an address means: null is UTC, `local` the zone of this machine. The server, which does not know that one, writes UTC,
 * and the browser its own as soon as it has taken over.
 */
export function useShownZone(written: string | null): string {
  const local = useSyncExternalStore(never, localZone, serverZone);
  if (written === null) return 'UTC';
  return written === 'local' ? local : written;
}

/** The zone of this machine. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const serverZone = (): string => 'UTC';

const never = (): (() => void) => () => undefined;
