/** A moment as the URL writes it, held against the history on screen and the head of the log when that was read. */
import { type History, ordinalOfMoment, parseMoment } from '#core';
import { versionAt } from './playhead-words.ts';

export interface ResolvedMoment {
  readonly ordinal: number;
  /** Why the moment asked for is not the one shown, in words; null where it is. */
  readonly problem: string | null;
}

/** null asks for the newest event. What cannot be shown becomes the newest event, with the reason. */
export function resolveMoment(history: History, text: string | null, logHead: bigint): ResolvedMoment {
  if (text === null) return { ordinal: history.length, problem: null };
  const moment = parseMoment(text);
  const ordinal = moment.ok ? ordinalOfMoment(history, moment.value, logHead) : moment;
  return ordinal.ok
    ? { ordinal: ordinal.value, problem: null }
    : { ordinal: history.length, problem: ordinal.error.message };
}

/** The moment that stays true when the log grows: the version of the event, 0 before the first. */
export function momentOf(history: History, ordinal: number): string {
  return String(versionAt(history, ordinal));
}
