/** A moment as the URL writes it, held against the history on screen. */
import { type History, parseMoment } from '#core';

export interface ResolvedMoment {
  readonly ordinal: number;
  /** Why the moment asked for is not the one shown, in words; null where it is. */
  readonly problem: string | null;
}

/** null asks for the newest event. What cannot be shown becomes the newest event, with the reason. */
export function resolveMoment(history: History, text: string | null): ResolvedMoment {
  const newest = { ordinal: history.length, problem: null };
  if (text === null) return newest;
  const moment = parseMoment(text);
  if (!moment.ok) return { ...newest, problem: moment.error.message };
  switch (moment.value.kind) {
    case 'latest':
      return newest;
    case 'instant':
      return { ordinal: history.ordinalAsOf(moment.value.at), problem: null };
    case 'position':
      return { ordinal: ordinalAtPosition(history, moment.value.position), problem: null };
    case 'version':
      return ordinalOfVersion(history, moment.value.version);
  }
}

/** The moment that stays true when the log grows: the version of the event, 0 before the first. */
export function momentOf(history: History, ordinal: number): string {
  return ordinal === 0 ? '0' : String(history.event(ordinal).version);
}

function ordinalOfVersion(history: History, version: number): ResolvedMoment {
  if (version === 0) return { ordinal: 0, problem: null };
  if (version <= history.length) return { ordinal: history.ordinalOfVersion(version), problem: null };
  const newest = history.length.toLocaleString('en');
  return {
    ordinal: history.length,
    problem: `Event ${version.toLocaleString('en')} does not exist: the newest is ${newest}, which is shown instead.`,
  };
}

/** Versions rise with positions, so the newest event at or below a position is a binary search. */
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
