/** A moment as the URL writes it, held against the history on screen and the head of the log when that was read. */
import { type Axis, type History, ordinalOfMoment, parseMoment } from '#core';

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

/** The same where no segment has to be read for it; null where one has to be. */
export function momentAtOnce(
  { axis, length }: { readonly axis: Axis; readonly length: number },
  text: string | null,
): ResolvedMoment | null {
  if (text === null) return { ordinal: length, problem: null };
  const moment = parseMoment(text);
  if (!moment.ok) return { ordinal: length, problem: moment.error.message };
  if (moment.value.kind === 'latest') return { ordinal: length, problem: null };
  if (moment.value.kind !== 'version' || moment.value.version > length) return null;
  return axis === 'recorded' || moment.value.version === 0
    ? { ordinal: moment.value.version, problem: null }
    : null;
}
