/** A moment of one stream, where the head of the whole log is known as well. */
import { fail, type History, type Moment, ordinalOfMoment, type Result } from '#core';

/**
 * The ordinal that a moment means (see core).
 *
 * Errors: CS-111 for a version beyond the stream's head or a position beyond the log's.
 */
export function resolveMoment(history: History, moment: Moment, logHead: bigint): Result<number> {
  if (moment.kind === 'position' && moment.position > logHead) {
    return fail('CS-111', `Position @${moment.position} is beyond the head of the log, @${logHead}.`);
  }
  return ordinalOfMoment(history, moment);
}
