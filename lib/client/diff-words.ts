/**
 * A diff in sentences for people who do not read JSON, an event each: `status went from packed to shipped; carrier was set to DHL`.
 *
 * It says what differs between the two moments, which need not be what the event did: a value may have been others in between. It names
 * at most {@link MOST_NAMED} fields and counts the rest.
 */
import type { Change, DiffEntry } from '#core';
import { type SpokenChange, spokenChanges, spokenWording } from './spoken-changes.ts';
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

/**
 * What differs, told as time went, whichever moment it is looked at from: an event that raised a limit did not lower it because
 * somebody looks back.
 */
export function asTimeWent<Entry extends Pick<DiffEntry, 'before' | 'after'>>(
  entries: readonly Entry[],
  isBackwards: boolean,
): readonly Entry[] {
  return isBackwards
    ? entries.map((entry) => ({ ...entry, before: entry.after, after: entry.before }))
    : entries;
}

/** Entries as a reader sees them (visibleChanges), as time went. */
export function diffSentences(entries: readonly DiffEntry[], wording: Wording): DiffSentences {
  const spoken = spokenWording(wording);
  const sentences: DiffSentence[] = [];
  let [named, told] = [0, 0];
  for (const [ordinal, group] of byEvent(entries)) {
    const changes = spokenChanges(group, spoken, MOST_NAMED - named);
    if (changes.length === 0) break;
    named += changes.length;
    told += changes.reduce((sum, { fields }) => sum + fields, 0);
    const words = changes.flatMap((change, place) => [
      ...(place === 0 ? [] : [plain('; ')]),
      ...clause(change),
    ]);
    sentences.push({ ordinal, words });
  }
  return { sentences, rest: entries.length - told };
}

/** In the order of the events; those of one event in the order in which they come. */
function byEvent(entries: readonly DiffEntry[]): ReadonlyMap<number, readonly Change[]> {
  const groups = new Map<number, Change[]>();
  for (const entry of [...entries].sort((one, other) => one.ordinal - other.ordinal)) {
    const group = groups.get(entry.ordinal);
    if (group === undefined) groups.set(entry.ordinal, [entry]);
    else group.push(entry);
  }
  return groups;
}

function clause({ name, before, after }: SpokenChange): DiffWord[] {
  const field: DiffWord = { kind: 'field', text: name };
  if (after === null) return [field, plain(' was removed (it was '), cut('before', before ?? ''), plain(')')];
  if (before === null) return [field, plain(' was set to '), cut('after', after)];
  return [field, plain(' went from '), cut('before', before), plain(' to '), cut('after', after)];
}

function cut(kind: 'before' | 'after', text: string): DiffWord {
  return { kind, text: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text };
}

const plain = (text: string): DiffWord => ({ kind: 'plain', text });
