/** What an event carries beside what it did, as names and values. */
import type { LeafText } from '#core';
import { spokenChanges, spokenWording } from './spoken-changes.ts';
import type { Wording } from './wording/wording.ts';

export interface CarriedWords {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Fields that are not named. */
  readonly rest: number;
}

const MOST_NAMED = 6;

export function carriedWords(leaves: readonly LeafText[], wording: Wording): CarriedWords {
  const changes = leaves.map(({ path, text }) => ({ path, before: null, after: text }));
  const named = spokenChanges(changes, spokenWording(wording), MOST_NAMED);
  const told = named.reduce((sum, { fields }) => sum + fields, 0);
  return { fields: named.map(({ name, after }) => [name, after ?? ''] as const), rest: leaves.length - told };
}
