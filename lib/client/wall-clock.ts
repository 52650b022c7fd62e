/**
 * What the clock of a zone shows, in milliseconds as if it were UTC, so that the calendar can be asked about it.
 *
 * Laws: toLocal(toInstant(local)) = local for every reading that the clock shows; of two instants with the same reading it is the first;
 * a reading that the clock skips is as far behind the leap as it says. instantsOf(local) are all instants with that reading, ascending.
 */
import { secondsAhead, secondsAheadAt } from '#core';

export interface WallClock {
  toLocal(at: number): number;
  toInstant(local: number): number;
  /** One, or two where the clock is put back; none where it is put forward. */
  instantsOf(local: number): readonly number[];
  /** What it is put forward from and to, around a reading that it skips: as far before the leap, and as far behind it. */
  around(local: number): readonly [before: number, behind: number];
}

const UTC_CLOCK: WallClock = {
  toLocal: (at) => at,
  toInstant: (local) => local,
  instantsOf: (local) => [local],
  around: (local) => [local, local],
};

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
    instantsOf: (local) => {
      const found = [aheadAt(local - DAY), aheadAt(local + DAY)].map((ahead) => local - ahead);
      const shown = [...new Set(found)].filter((at) => at + aheadAt(at) === local);
      return shown.sort((one, other) => one - other);
    },
    around: (local) => {
      const leap = aheadAt(local + DAY) - aheadAt(local - DAY);
      return [local - leap, local + leap];
    },
  };
}

/** The same offset for ever: within an hour the two passes of an autumn night are told apart by it. */
export function fixedClock(zone: string, at: number): Pick<WallClock, 'toLocal' | 'toInstant'> {
  const ahead = wallClock(zone).toLocal(at) - at;
  return { toLocal: (instant) => instant + ahead, toInstant: (local) => local - ahead };
}

const DAY = 86_400_000;
