/**
 * One event as a sentence for people who do not read JSON: `alice changed status from packed to shipped, set carrier to
 * DHL and removed note.`
 *
 * It names at most {@link MOST_FIELDS} fields and counts the rest; it never hides that there are more.
 */

import type { Change, EventHeader } from '#core';
import { pointerWords } from './pointer-words.ts';
import { valueText } from './value-words.ts';
import { visibleChanges } from './visible-changes.ts';
import type { Wording } from './wording/wording.ts';

export interface SentencePart {
  readonly kind: 'plain' | 'who' | 'field' | 'before' | 'after';
  readonly text: string;
}

export const MOST_FIELDS = 4;

export interface SentenceQuestion {
  readonly event: Pick<EventHeader, 'type' | 'actor' | 'removed' | 'mark'>;
  readonly changes: readonly Change[];
  /** Whether the entity existed before this event. */
  readonly existed: boolean;
}

export function sentenceOf(
  { event, changes, existed }: SentenceQuestion,
  wording: Wording | null = null,
): readonly SentencePart[] {
  const parts: SentencePart[] = [
    event.actor === null ? plain('This event') : { kind: 'who', text: event.actor },
  ];
  const fields = visibleChanges(changes);
  if (event.removed)
    return [...parts, plain(` removed it; ${countOf(fields.length, 'field')} went with it.`)];
  if (fields.length === 0)
    return [...parts, plain(event.mark === null ? ' changed no field.' : ' left the state as it was.')];
  parts.push(plain(existed ? ' ' : ' began it: '));
  const named = fields.slice(0, MOST_FIELDS);
  const rest = fields.length - named.length;
  named.forEach((change, place) => {
    if (place > 0) parts.push(plain(place === named.length - 1 && rest === 0 ? ' and ' : ', '));
    parts.push(...clause(change, named[place - 1], wording));
  });
  if (rest > 0) parts.push(plain(` and ${countOf(rest, 'more field')}`));
  parts.push(plain('.'));
  return parts;
}

/** The sentence as one string, for labels and announcements. */
export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** The verb is said again only where it differs from the one before: `set carrier to DHL and parcels to 2`. */
function clause(change: Change, previous: Change | undefined, wording: Wording | null): SentencePart[] {
  const say = wording?.face === 'auditor' ? wording.valueOf : valueText;
  const verb = verbOf(change);
  const said = previous !== undefined && verbOf(previous) === verb;
  const parts: SentencePart[] = said ? [] : [plain(`${verb} `)];
  parts.push({ kind: 'field', text: (wording?.nameOf ?? pointerWords)(change.path) });
  if (change.after === null) {
    parts.push(plain(' (it was '), { kind: 'before', text: say(change.before ?? '') }, plain(')'));
  } else if (change.before === null) {
    parts.push(plain(' to '), { kind: 'after', text: say(change.after) });
  } else {
    parts.push(plain(' from '), { kind: 'before', text: say(change.before) });
    parts.push(plain(' to '), { kind: 'after', text: say(change.after) });
  }
  return parts;
}

function verbOf(change: Change): string {
  if (change.after === null) return 'removed';
  return change.before === null ? 'set' : 'changed';
}

function plain(text: string): SentencePart {
  return { kind: 'plain', text };
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
