/** A moment held against one history, and against the log that the history is a part of: which ordinal it means. */
import type { Moment } from '../moment.ts';
import { fail, ok, type Result } from '../result.ts';
import type { History } from './history.ts';

/**
 * The ordinal (place on the history's axis, 0 = before the first) that a moment means. `logHead` is the newest position of the
 * whole log, of which a history knows its own events only.
 *
 * Errors: CS-111 for a version beyond the stream's head or a position beyond the log's. An instant is never beyond: later than the newest event means the newest event.
 */
export function ordinalOfMoment(history: History, moment: Moment, logHead: bigint): Result<number> {
  switch (moment.kind) {
    case 'latest':
      return ok(history.length);
    case 'instant':
      return ok(history.ordinalAsOf(moment.at));
    case 'position':
      if (moment.position > logHead) {
        return fail('CS-111', `Position @${moment.position} is beyond the head of the log, @${logHead}.`);
      }
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
