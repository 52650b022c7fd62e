/**
 * What was typed as the moment of the app, as its address has it: an instant, or a position of the log.
 *
 * It understands what "Go to" does (`2h ago`, `2026-03-14`, `@81204`) and the words for times of the query language (`yesterday`, `1mo`,
 * `2026-03`), of which the beginning is meant. A version is of one entity, and no moment of all of them.
 */
import { formatInstant, parseMoment, readTime } from '#core';
import { readGoTo, type TypedAt } from './go-to-text.ts';

export type TypedAsOf =
  /** `asOf` null: now. `note`: what to know of the moment that was taken, or null. */
  { readonly asOf: string | null; readonly note: string | null } | { readonly problem: string };

export function readAsOf(typed: string, { now, zone }: TypedAt): TypedAsOf {
  const text = typed.trim();
  if (text === '' || /^(?:now|latest)$/i.test(text)) return { asOf: null, note: null };
  const { text: read, problem, note } = readGoTo(text, { now, zone });
  if (problem !== null) return { problem };
  const moment = parseMoment(read);
  if (moment.ok && (moment.value.kind === 'instant' || moment.value.kind === 'position'))
    return { asOf: read, note };
  // Four digits are a year here: nothing else that is a version could be meant.
  const time = readTime(text.replace(/\s+ago$/i, '').toLowerCase(), { now: BigInt(now) * 1_000n, zone });
  if (time.ok) return { asOf: formatInstant(time.value.start), note: null };
  if (moment.ok)
    return {
      problem: `A version belongs to one entity, so “${text}” is no moment of all of them. Write an instant, or a position of the log such as @81204.`,
    };
  return {
    problem: `“${text}” is no moment. Write an instant with its zone (2026-03-14T12:00:00Z), a day (2026-03-14), how long ago (2h ago) or a position of the log (@81204).`,
  };
}
