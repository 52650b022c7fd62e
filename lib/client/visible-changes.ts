/**
 * What a list of changes says to a reader, and its counts in words.
 *
 * The marker `[]` of an array whose members have leaves of their own is bookkeeping: where a member's change is listed
 * too, the marker's own change is left out, and so is `{}` where an empty object got its first members or one lost its last. A
 * marker that stands alone (an array that became empty) stays. The order of an array that goes by key is shown as such, and left
 * out where it says no more than which elements came at the end or went. A value that became a container, or the other way round, is
 * one change.
 */
import { type Change, joinedChanges, type KeyOrder, keyOrderWords, readKeyOrder, writtenKey } from '#core';

/** Who a joined change is by; its first part stands where the value was. */
export type Blame<T extends Change> = (parts: readonly [T, ...T[]]) => T;

/** `blame` where the changes are not all of one event. */
export function visibleChanges<T extends Change>(
  changes: readonly T[],
  blame: Blame<T> = first,
): readonly (T & NamedList)[] {
  return namedLists(changes, blame).filter(({ members, marker }) => !(members && marker));
}

export interface NamedList {
  /** Of more than one part: a value became a container, or the other way round. */
  readonly parts: readonly Change[];
  /** Changes of members are listed too. */
  readonly members: boolean;
  /** Says no more than those of the members do. */
  readonly marker: boolean;
}

export function namedLists<T extends Change>(
  changes: readonly T[],
  blame: Blame<T> = first,
): readonly (T & NamedList)[] {
  const joined = joinedChanges(changes).map(({ before, after, parts }) => {
    const [{ path }] = parts;
    return { ...blame(parts), path, before, after, parts };
  });
  if (
    !changes.some(({ before, after }) => isList(before) || isList(after) || before === '{}' || after === '{}')
  )
    return joined.map((change) => ({ ...change, members: false, marker: false }));
  const hadBelow = parentsOf(joined.filter(({ before }) => before !== null));
  const hasBelow = parentsOf(joined.filter(({ after }) => after !== null));
  return joined.map((change) => {
    if (change.parts.length > 1) return { ...change, members: false, marker: false };
    const had = hadBelow.has(change.path);
    const has = hasBelow.has(change.path);
    const members = had || has;
    if (wasAndIsList(change))
      return { ...change, ...inOrder(change), members, marker: isMarkerChange(change) };
    if (isMarkerChange(change)) return { ...change, members, marker: true };
    if (isFilledObject(change)) return { ...change, members: has, marker: true };
    if (isEmptiedObject(change)) return { ...change, members: had, marker: true };
    return { ...change, members, marker: false };
  });
}

const first = <T extends Change>([own]: readonly [T, ...T[]]): T => own;

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

function isEmptiedObject({ before, after }: Change): boolean {
  return before === null && after === '{}';
}
