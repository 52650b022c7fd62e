/**
 * A diff in sentences for people who do not read JSON, an event each: `status went from packed to shipped; carrier was set to DHL`.
 *
 * It says what differs between the two moments, which need not be what the event did: a value may have been others in between. It names
 * at most {@link MOST_NAMED} fields and counts the rest.
 */
import type { Change, DiffEntry } from '#core';
import { valueText } from './value-words.ts';
import type { Wording } from './wording/wording.ts';

export interface DiffWord {
  readonly kind: 'plain' | 'field' | 'before' | 'after';
  readonly text: string;
}

export interface DiffSentence {
  /** The event that set them last. */
  readonly ordinal: number;
  readonly words: readonly DiffWord[];
}

export interface DiffSentences {
  /** In the order of the events. */
  readonly sentences: readonly DiffSentence[];
  /** Fields that are not named. */
  readonly rest: number;
}

export const MOST_NAMED = 12;
const LONGEST_VALUE = 80;

/** Entries as a reader sees them (visibleChanges). */
export function diffSentences(entries: readonly DiffEntry[], wording: Wording): DiffSentences {
  const named = [...entries].sort((one, other) => one.ordinal - other.ordinal).slice(0, MOST_NAMED);
  const byEvent = new Map<number, Change[]>();
  for (const entry of named) {
    const group = byEvent.get(entry.ordinal);
    if (group === undefined) byEvent.set(entry.ordinal, [entry]);
    else group.push(entry);
  }
  const sentences = [...byEvent].map(([ordinal, group]) => ({
    ordinal,
    words: group.flatMap((change, place) => [
      ...(place === 0 ? [] : [plain('; ')]),
      ...clause(change, wording),
    ]),
  }));
  return { sentences, rest: entries.length - named.length };
}

function clause({ path, before, after }: Change, { face, nameOf, valueOf: say }: Wording): DiffWord[] {
  const words = face === 'auditor' ? say : valueText;
  const value = (kind: 'before' | 'after', json: string) => cut(kind, words(json));
  const field: DiffWord = { kind: 'field', text: nameOf(path) };
  if (after === null)
    return [field, plain(' was removed (it was '), value('before', before ?? ''), plain(')')];
  if (before === null) return [field, plain(' was set to '), value('after', after)];
  return [field, plain(' went from '), value('before', before), plain(' to '), value('after', after)];
}

function cut(kind: 'before' | 'after', text: string): DiffWord {
  return { kind, text: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text };
}

const plain = (text: string): DiffWord => ({ kind: 'plain', text });
