/** Notes in words. */
import { parseInstant } from '#core';
import type { WrittenNote } from '#wire';
import { instantText } from '../instant-text.ts';

type Step = WrittenNote['steps'][number];

/** Who it says it was: the name that they gave, or else through what it was written, `somebody (browser)`. */
export const writerOf = ({ declaredName, actor }: Pick<Step, 'declaredName' | 'actor'>): string =>
  declaredName ?? (actor === null ? 'somebody' : `somebody (${actor})`);

export function stepTime({ at }: Pick<Step, 'at'>): bigint {
  const read = parseInstant(at);
  return read.ok ? read.value.micros : 0n;
}

/** `event 812`, `events 790 to 812`, `the moment before the first event` */
export function placeWords({ from, to }: Pick<WrittenNote['on'], 'from' | 'to'>): string {
  const [first, last] = to === null || from <= to ? [from, to] : [to, from];
  if (last !== null) return `events ${first} to ${last}`;
  return first === 0 ? 'the moment before the first event' : `event ${first}`;
}

/** `alice noted on event 812` */
export function noteWords({ on, kind, steps: [added] }: WrittenNote): string {
  const who = added === undefined ? 'somebody' : writerOf(added);
  return `${who} ${kind === 'bookmark' ? 'bookmarked' : 'noted on'} ${placeWords(on)}`;
}

/** When it was added, `2026-03-03 14:02:11 UTC`; fractions of seconds are in its history. */
export function addedText({ steps: [added] }: WrittenNote, zone: string): string {
  return added === undefined ? '' : wholeSeconds(stepTime(added), zone);
}

/** Floored to the second. */
export function wholeSeconds(micros: bigint, zone: string): string {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return instantText(micros - fraction, zone);
}
