/** Why two moments of a story can be alike: what lies between them, and which fields changed there and came back. */
import type { History } from '#core';
import { parentPointer } from './pointer-words.ts';
import { visibleChanges } from './visible-changes.ts';

/** Named one by one; more are counted. */
const MOST_NAMED = 4;

export interface BetweenMoments {
  /** How many events lie between, the later moment's own included. */
  readonly events: number;
  /** Pointers of the fields that changed on the way, in the order of their first change. */
  readonly fields: readonly string[];
  /** How many events changed them, and the ordinals of the first few. */
  readonly changing: number;
  readonly changedBy: readonly number[];
}

/** Where the moments do not differ in a field, one that changed between them came back. */
export function betweenMoments(
  history: Pick<History, 'changesOf'>,
  one: number,
  other: number,
): BetweenMoments {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  const fields = new Set<string>();
  const changedBy: number[] = [];
  let changing = 0;
  for (let ordinal = from + 1; ordinal <= to; ordinal += 1) {
    const changes = visibleChanges(history.changesOf(ordinal));
    if (changes.length === 0) continue;
    changing += 1;
    if (changedBy.length < MOST_NAMED) changedBy.push(ordinal);
    for (const { path } of changes) fields.add(path);
  }
  return { events: to - from, fields: [...fields], changing, changedBy };
}

/**
 * Those of the fields that came back, where the moments differ at the other paths. What lies above or below one that differs is told
 * by that one: an empty object that got a member did not come back, nor did the members of what became a value.
 */
export function fieldsComeBack(fields: readonly string[], differing: readonly string[]): readonly string[] {
  const told = new Set(differing.flatMap(withAncestors));
  const ends = new Set(differing);
  return fields.filter((path) => !told.has(path) && !withAncestors(path).some((up) => ends.has(up)));
}

function withAncestors(path: string): readonly string[] {
  const found = [path];
  for (let up = path; up !== ''; ) {
    up = parentPointer(up);
    found.push(up);
  }
  return found;
}

/** What lies in two stretches of which the other follows the one. */
export function joinBetween(one: BetweenMoments, other: BetweenMoments): BetweenMoments {
  return {
    events: one.events + other.events,
    fields: [...new Set([...one.fields, ...other.fields])],
    changing: one.changing + other.changing,
    changedBy: [...one.changedBy, ...other.changedBy].slice(0, MOST_NAMED),
  };
}
