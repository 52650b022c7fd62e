/**
 * What the clock of a zone shows, in milliseconds as if it were UTC, so that the calendar can be asked about it.
 *
 * Laws: toLocal(toInstant(local)) = local for every reading that the clock shows; of two instants with the same reading it is the first;
 * a reading that the clock skips is as far behind the leap as it says.
 */
import { secondsAhead, secondsAheadAt } from '#core';

export interface WallClock {
  toLocal(at: number): number;
  toInstant(local: number): number;
}

const UTC_CLOCK: WallClock = { toLocal: (at) => at, toInstant: (local) => local };

export function wallClock(zone: string): WallClock {
  if (zone === 'UTC') return UTC_CLOCK;
  const aheadAt = (at: number) => secondsAheadAt(zone, BigInt(Math.floor(at)) * 1000n) * 1000;
  return {
    toLocal: (at) => at + aheadAt(at),
    toInstant: (local) => {
      const ahead = secondsAhead(zone, Math.floor(local / 1000));
      // Skipped readings lie behind the leap by as much as the clock had been ahead before it.
      return ahead.ok ? local - ahead.value * 1000 : local - aheadAt(local - DAY);
    },
  };
}

/** The same offset for ever: within an hour the two passes of an autumn night are told apart by it. */
export function fixedClock(zone: string, at: number): WallClock {
  const ahead = wallClock(zone).toLocal(at) - at;
  return { toLocal: (instant) => instant + ahead, toInstant: (local) => local - ahead };
}

const DAY = 86_400_000;
