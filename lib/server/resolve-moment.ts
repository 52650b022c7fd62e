/** A moment held against one stream: which ordinal it means. */
import { fail, type History, type Moment, ok, type Result } from '#core';

/** What is known about the whole store when a position is asked for. */
export interface LogHead {
  readonly position: bigint;
}

/**
 * The ordinal (place on the history's axis, 0 = before the first) that a moment means.
 *
 * Errors: CS-111 for a version or position beyond the head. An instant is never beyond: later than the newest event means
 * the newest event.
 */
export function resolveMoment(history: History, moment: Moment, head: LogHead): Result<number> {
  switch (moment.kind) {
    case 'latest':
      return ok(history.length);
    case 'instant':
      return ok(history.ordinalAsOf(moment.at));
    case 'version':
      if (moment.version > history.length) {
        return fail(
          'CS-111',
          `Version ${moment.version} is beyond the head: the newest version is ${history.length}.`,
        );
      }
      return ok(moment.version === 0 ? 0 : history.ordinalOfVersion(moment.version));
    case 'position':
      if (moment.position > head.position) {
        return fail(
          'CS-111',
          `Position @${moment.position} is beyond the head of the log, @${head.position}.`,
        );
      }
      return ok(ordinalAtPosition(history, moment.position));
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
