/**
 * What differs between two states, leaf by leaf.
 *
 * Law: applyChanges(leavesOf(a), changesBetween(a, b)) = leavesOf(b), all three with the same declared keys. Identical references
 * are not walked, so a fold that shares structure pays only for what it touched. It does not look for moved array members: where
 * no key is declared, arrays go by index.
 */
import { compareLeaves, type FoundChange } from './compare-leaves.ts';
import type { Change, LeafText } from './history/history.ts';
import type { Json } from './json/value.ts';
import type { KeyPlaces } from './keyed/key-places.ts';
import { KeyedWalk } from './keyed/keyed-walk.ts';
import { comparePaths } from './pointer.ts';

/**
 * Ascending by path; undefined is an absent state. Either side's arrays go by the declared key where its elements let them: what a
 * fold remembers of earlier states is in `keyed/keyed-arrays.ts`.
 */
export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  keys: KeyPlaces | null = null,
): Change[] {
  const changes: FoundChange[] = [];
  if (keys === null) compareLeaves(before, after, changes);
  else new KeyedWalk(new Set(), changes).compare('', before, after, keys);
  return changes.length > 1 ? changes.sort((a, b) => comparePaths(a.path, b.path)) : changes;
}

/** The leaves after the changes; both lists and the answer are ascending by path. */
export function applyChanges(leaves: readonly LeafText[], changes: readonly Change[]): LeafText[] {
  const result: LeafText[] = [];
  let next = 0;
  for (const { path, after } of changes) {
    for (let leaf = leaves[next]; leaf !== undefined; leaf = leaves[next]) {
      const order = comparePaths(leaf.path, path);
      if (order > 0) break;
      if (order < 0) result.push(leaf);
      next += 1;
    }
    if (after !== null) result.push({ path, text: after });
  }
  for (const leaf of leaves.slice(next)) result.push(leaf);
  return result;
}

/** The changes the other way round. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
}
