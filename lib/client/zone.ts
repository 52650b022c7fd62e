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

/** The zone of this machine. It may be changed while a page is open, but asking takes longer than all else that a step of the playhead asks for. */
export function localZone(): string {
  const now = performance.now();
  if (now - asked.at > ASKED_AGAIN_MS)
    asked = { at: now, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return asked.zone;
}

const ASKED_AGAIN_MS = 1_000;
let asked = { at: Number.NEGATIVE_INFINITY, zone: 'UTC' };

const serverZone = (): string => 'UTC';

const never = (): (() => void) => () => undefined;
