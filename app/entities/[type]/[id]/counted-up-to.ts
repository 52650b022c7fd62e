import type { Axis } from '#core';

/**
 * What an address says of the newest version to take into account, where that counts: on the occurred axis, and not beyond the newest
 * version there is (null: not known). null: all events count.
 */
export function countedUpTo(upTo: number | null, axis: Axis, newest: number | null): number | null {
  if (upTo === null || axis !== 'occurred') return null;
  return newest !== null && upTo > newest ? null : upTo;
}
