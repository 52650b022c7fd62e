/**
 * What was typed as the moment of the app, as its address has it: an instant, or a position of the log.
 *
 * It takes the times that every box takes (typed-time.ts), of which the beginning is meant. A version is of one entity, and no moment of all
 * of them; four digits alone are a year.
 */
import { parseMoment } from '#core';
import { goToText } from './go-to-text.ts';
import { TIMES_TO_WRITE } from './no-moment.ts';
import { readTypedTime, type TypedAt } from './typed-time.ts';

export type TypedAsOf =
  /** `asOf` null: now. `note`: what to know of the moment that was taken, or null. */
  { readonly asOf: string | null; readonly note: string | null } | { readonly problem: string };

export function readAsOf(typed: string, at: TypedAt): TypedAsOf {
  const text = typed.trim();
  if (text === '' || /^(?:now|latest)$/i.test(text)) return { asOf: null, note: null };
  const time = readTypedTime(text, at);
  if (time !== null) return 'problem' in time ? time : { asOf: time.text, note: time.note };
  const read = goToText(text, at);
  const moment = parseMoment(read);
  if (moment.ok && moment.value.kind === 'position') return { asOf: read, note: null };
  if (moment.ok)
    return {
      problem: `A version belongs to one entity, so “${text}” is no moment of all of them. Write an instant, or a position of the log such as @81204.`,
    };
  return { problem: `“${text}” is no moment. Write ${TIMES_TO_WRITE}, or a position of the log (@81204).` };
}
