/** What can be chosen where a query is being written. */
import { type Completion, IS_WORDS, type IsWord, parseFieldPath, pathText, type QueryClock } from '#core';
import type { Choice } from './choice.ts';
import { OFFERED_QUALIFIERS, type QueryAbout } from './qualifier-words.ts';
import { timeChoices } from './time-choices.ts';

/** Which names of the store are asked for. */
export type AskedNames =
  | {
      readonly of:
        | 'entityType'
        | 'type'
        | 'actor'
        | 'source'
        | 'correlation'
        | 'causation'
        | 'path'
        | 'payloadPath';
      readonly starts: string;
    }
  /** Values of a field, which is written as in a query. */
  | { readonly of: 'value' | 'payloadValue'; readonly path: string; readonly starts: string }
  /** Ids, of one type where it is known. */
  | { readonly of: 'id'; readonly entityType: string | null; readonly starts: string };

/** null where the store has none to offer. */
export function namesAskedFor(completion: Completion): AskedNames | null {
  const { typed } = completion;
  if (completion.kind === 'name') {
    const { field, entityType } = completion;
    return field === 'entityId' ? { of: 'id', entityType, starts: typed } : { of: field, starts: typed };
  }
  if (completion.kind === 'value') {
    const { field, path } = completion;
    return { of: field === 'payload' ? 'payloadValue' : 'value', path: pathText(path), starts: typed };
  }
  if (completion.kind !== 'path') return null;
  return { of: completion.field === 'payload' ? 'payloadPath' : 'path', starts: pointerOf(typed) };
}

/** `names` are those that the store has to what is asked for. */
export function choicesAt(
  completion: Completion,
  names: readonly string[],
  clock: QueryClock,
  about: QueryAbout = 'events',
): readonly Choice[] {
  const { kind, typed } = completion;
  switch (kind) {
    case 'qualifier':
      return OFFERED_QUALIFIERS[about]
        .filter(({ text }) => text.startsWith(typed.toLowerCase()))
        .map(({ name, text, note }) => ({ value: name, text, note }));
    case 'is':
      return IS_WORDS.filter(
        (word) => word.startsWith(typed) && (about === 'events' || word === 'removed'),
      ).map((word) => ({
        value: word,
        text: word,
        note: IS_NOTES[word],
      }));
    case 'time':
      return timeChoices(typed, clock);
    case 'path': {
      const sought = pointerOf(typed).toLowerCase();
      const pointer = completion.field === 'payload' ? pointerOfWritten : (name: string) => name;
      return fitting(names, (name) => pointer(name).toLowerCase().includes(sought));
    }
    case 'name':
    case 'value': {
      const sought = typed.toLowerCase();
      return fitting(names, (name) => name.toLowerCase().includes(sought));
    }
    default:
      return [];
  }
}

/** What was asked for before is still there while the answer is on its way. */
function fitting(names: readonly string[], fits: (name: string) => boolean): readonly Choice[] {
  return names.filter(fits).map((name) => ({ value: name, text: name === '' ? '""' : name, note: '' }));
}

const IS_NOTES: Readonly<Record<IsWord, string>> = {
  removed: 'the entity is gone after it',
  late: 'recorded later than something that happened after it',
  'out-of-order': 'recorded before an event of its entity that came first',
  inexact: 'not applied exactly, in whatever way',
  'fold-error': 'it could not be applied',
  'not-handled': 'its projection does nothing with its type',
  'not-a-document': 'its payload holds no document',
  'number-rounded': 'a reducer was given a number rounded',
  'goes-by-index': 'an array that went by key goes by index from there on',
  failed: 'the action that it tells of failed',
};

/** Places of payloads come as a query writes them, with points and quotes. */
function pointerOfWritten(path: string): string {
  const read = parseFieldPath(path);
  return read.ok ? read.value.steps.map((step) => `/${step ?? '*'}`).join('') : path;
}

/** The beginning of a field as the store writes it: `lines.0.s` is `/lines/0/s`. */
function pointerOf(typed: string): string {
  return typed === '' || typed.startsWith('/') ? typed : `/${typed.replaceAll('.', '/')}`;
}
