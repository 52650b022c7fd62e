/**
 * One event as a sentence for people who do not read JSON: `alice changed status from packed to shipped, set carrier: DHL and removed
 * note.` A colon stands before what was set, since a name may itself end in `to` (`set Paid to: C-1187`).
 *
 * It names at most {@link MOST_FIELDS} of them and counts the rest; it never hides that there are more. Laws: it is the same whichever order
 * the changes come in, and says no value that is not in them.
 */

import type { Change, EventHeader } from '#core';
import { shownBlanks } from './shown-blanks.ts';
import { inSpokenOrder, type SpokenChange, spokenChanges, spokenWording } from './spoken-changes.ts';
import { visibleChanges } from './visible-changes.ts';
import { visibleString } from './visible-runs.ts';
import { NO_LABELS } from './wording/labels.ts';
import { type Wording, wordingOf } from './wording/wording.ts';

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
  wording: Wording = wordingOf('developer', NO_LABELS),
): readonly SentencePart[] {
  const parts: SentencePart[] = [
    event.actor === null ? plain('This event') : { kind: 'who', text: shownBlanks(event.actor) },
  ];
  const fields = visibleChanges(changes);
  if (event.removed)
    return [...parts, plain(` removed it; ${countOf(fields.length, 'field')} went with it.`)];
  if (fields.length === 0)
    return [...parts, plain(event.mark === null ? ' changed no field.' : ' left the state as it was.')];
  parts.push(plain(existed ? ' ' : ' began it: '));
  const named = spokenChanges(inSpokenOrder(fields, wording), spokenWording(wording), MOST_FIELDS);
  const rest = fields.length - named.reduce((sum, change) => sum + change.fields, 0);
  named.forEach((change, place) => {
    if (place > 0) parts.push(plain(place === named.length - 1 && rest === 0 ? ' and ' : ', '));
    parts.push(...clause(change, named[place - 1]));
  });
  if (rest > 0) parts.push(plain(` and ${countOf(rest, 'more field')}`));
  parts.push(plain('.'));
  return parts;
}

/** The sentence as one string, for labels and announcements: what would be invisible or reorder its neighbours is named. */
export function sentenceText(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => visibleString(text)).join('');
}

/** The verb is said again only where it differs from the one before: `set carrier: DHL and parcels: 2`. */
function clause(
  { verb, name, before, after }: SpokenChange,
  previous: SpokenChange | undefined,
): SentencePart[] {
  const parts: SentencePart[] = previous?.verb === verb ? [] : [plain(`${verb} `)];
  parts.push({ kind: 'field', text: name });
  if (after === null) {
    parts.push(plain(' (it was '), { kind: 'before', text: before ?? '' }, plain(')'));
  } else if (before === null) {
    parts.push(plain(': '), { kind: 'after', text: after });
  } else {
    parts.push(plain(' from '), { kind: 'before', text: before });
    parts.push(plain(' to '), { kind: 'after', text: after });
  }
  return parts;
}

function plain(text: string): SentencePart {
  return { kind: 'plain', text };
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
