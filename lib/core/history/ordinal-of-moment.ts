/**
 * A moment held against one history: which ordinal it means.
 *
 * It does not know the head of the whole log, so whether a position lies beyond it is for those to say who do.
 */
import type { Moment } from '../moment.ts';
import { fail, ok, type Result } from '../result.ts';
import type { History } from './history.ts';

/**
 * The ordinal (place on the history's axis, 0 = before the first) that a moment means.
 *
 * Errors: CS-111 for a version beyond the head. An instant is never beyond: later than the newest event means the newest event.
 */
export function ordinalOfMoment(history: History, moment: Moment): Result<number> {
  switch (moment.kind) {
    case 'latest':
      return ok(history.length);
    case 'instant':
      return ok(history.ordinalAsOf(moment.at));
    case 'position':
      return ok(ordinalAtPosition(history, moment.position));
    case 'version':
      if (moment.version === 0) return ok(0);
      if (moment.version <= history.length) return ok(history.ordinalOfVersion(moment.version));
      return fail(
        'CS-111',
        `Version ${moment.version} is beyond the head: the newest version is ${history.length}.`,
      );
  }
}

/** Versions of a stream rise with their positions, so the newest version at or below a position is a binary search. */
function ordinalAtPosition(history: History, position: bigint): number {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (history.event(history.ordinalOfVersion(middle)).position <= position) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? 0 : history.ordinalOfVersion(low);
}
