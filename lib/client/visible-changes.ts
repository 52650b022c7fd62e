/**
 * What a list of changes says to a reader, and its counts in words.
 *
 * The marker `[]` of an array whose members have leaves of their own is bookkeeping: where a member's change is listed
 * too, the marker's own change is left out, and so is the end of `{}` where an empty object got its first members. A
 * marker that stands alone (an array that became empty) stays. The order of an array that goes by key is shown as such, and left
 * out where it says no more than which elements came at the end or went.
 */
import { type Change, type KeyOrder, keyOrderWords, readKeyOrder, writtenKey } from '#core';

/** Stands for a list whose members are listed beside it; no JSON text, so that nobody takes it for an empty one. */
export const LISTED = '[…]';

export function visibleChanges<T extends Change>(changes: readonly T[]): readonly T[] {
  return namedLists(changes).filter(({ members, marker }) => !(members && marker));
}

export interface NamedList {
  /** Changes of members are listed too. */
  readonly members: boolean;
  /** Says no more than those of the members do. */
  readonly marker: boolean;
}

/** Where a value became a list or a list a value, and the members are listed too, the list is not shown as an empty one. */
export function namedLists<T extends Change>(changes: readonly T[]): readonly (T & NamedList)[] {
  if (!changes.some(({ before, after }) => isList(before) || isList(after) || before === '{}'))
    return changes.map((change) => ({ ...change, members: false, marker: false }));
  const hadBelow = parentsOf(changes.filter(({ before }) => before !== null));
  const hasBelow = parentsOf(changes.filter(({ after }) => after !== null));
  return changes.map((change) => {
    const had = hadBelow.has(change.path);
    const has = hasBelow.has(change.path);
    const members = had || has;
    if (wasAndIsList(change))
      return { ...change, ...inOrder(change), members, marker: isMarkerChange(change) };
    if (isMarkerChange(change)) return { ...change, members, marker: true };
    if (isFilledObject(change)) return { ...change, members: has, marker: true };
    const before = had && isList(change.before) ? LISTED : change.before;
    const after = has && isList(change.after) ? LISTED : change.after;
    return { ...change, before, after, members, marker: false };
  });
}

function parentsOf(changes: readonly Change[]): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { path } of changes) {
    for (let up = path; up !== ''; ) {
      up = up.slice(0, up.lastIndexOf('/'));
      if (parents.has(up)) break;
      parents.add(up);
    }
  }
  return parents;
}

export interface ChangeCounts {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

export function countChanges(changes: readonly Change[]): ChangeCounts {
  let changed = 0;
  let added = 0;
  let removed = 0;
  for (const { before, after } of changes) {
    if (before === null) added += 1;
    else if (after === null) removed += 1;
    else changed += 1;
  }
  return { changed, added, removed };
}

/** `3 fields changed, 1 added, 2 removed`; `no field changed`. The noun is said once, by the first part. */
export function countsInWords({ changed, added, removed }: ChangeCounts): string {
  const parts = [
    { count: changed, verb: 'changed' },
    { count: added, verb: 'added' },
    { count: removed, verb: 'removed' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return 'no field changed';
  return parts
    .map(
      ({ count, verb }, place) => `${count.toLocaleString('en')}${place === 0 ? fields(count) : ''} ${verb}`,
    )
    .join(', ');
}

function fields(count: number): string {
  return count === 1 ? ' field' : ' fields';
}

/** The leaf of an array whose members have leaves of their own. */
function isList(text: string | null): text is string {
  return text !== null && (text === '[]' || readKeyOrder(text) !== null);
}

/** The list came, went, got its first element, lost its last or, going by key, has others at its end or lacks some. */
function isMarkerChange({ before, after }: Change): boolean {
  if (before === null || after === null) return isList(before ?? after);
  if (!isList(before) || !isList(after)) return false;
  const was = readKeyOrder(before);
  const is = readKeyOrder(after);
  return was === null || is === null ? before === '[]' || after === '[]' : isAppended(was, is);
}

function wasAndIsList({ before, after }: Change): boolean {
  return isList(before) && isList(after);
}

/** An order of keys in words; everything else as it is. */
function inOrder({ before, after }: Change): Pick<Change, 'before' | 'after'> {
  const words = (text: string | null) => (text === null ? null : (keyOrderWords(text) ?? text));
  return { before: words(before), after: words(after) };
}

function isAppended(was: KeyOrder, is: KeyOrder): boolean {
  const stays = new Set(is.keys.map(writtenKey));
  const kept = was.keys.map(writtenKey).filter((key) => stays.has(key));
  return kept.every((key, place) => key === writtenKey(is.keys[place] ?? ''));
}

function isFilledObject({ before, after }: Change): boolean {
  return before === '{}' && after === null;
}
