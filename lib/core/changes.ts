/**
 * What differs between two states, leaf by leaf.
 *
 * Law: applyChanges(leavesOf(a), changesBetween(a, b)) = leavesOf(b). Identical references are not walked, so a fold that
 * shares structure pays only for what it touched. It does not look for moved array members: arrays go by index.
 */
import type { Change, LeafText } from './history/history.ts';
import { canonicalText } from './json/canonical-text.ts';
import { getOwn, isJsonArray, isJsonObject, type Json } from './json/value.ts';
import { arrayIndex, comparePaths, formatStep } from './pointer.ts';

/** Ascending by path; undefined is an absent state. */
export function changesBetween(before: Json | undefined, after: Json | undefined): Change[] {
  const changes: Change[] = [];
  compare('', before, after, changes);
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

function compare(path: string, before: Json | undefined, after: Json | undefined, into: Change[]): void {
  if (before === after) return;
  const keysBefore = memberKeys(before);
  const keysAfter = memberKeys(after);
  const textBefore = ownText(before, keysBefore);
  const textAfter = ownText(after, keysAfter);
  if (textBefore !== textAfter) into.push({ path, before: textBefore, after: textAfter });
  let kept = 0;
  for (const key of keysBefore) {
    const was = member(before, key);
    const is = keysAfter.length === 0 ? undefined : member(after, key);
    if (is !== undefined) kept += 1;
    // Most members of a large state are untouched, and not even their paths need to be spelled.
    if (was !== is) compare(path + formatStep(key), was, is, into);
  }
  if (kept === keysAfter.length) return;
  for (const key of keysAfter) {
    const isNew = keysBefore.length === 0 || member(before, key) === undefined;
    if (isNew) compare(path + formatStep(key), undefined, member(after, key), into);
  }
}

/** The steps to the members that have leaves of their own. */
function memberKeys(value: Json | undefined): readonly string[] {
  if (isJsonObject(value)) return Object.keys(value);
  if (isJsonArray(value) && value.some(isContainer)) return value.map((_, index) => String(index));
  return [];
}

function member(value: Json | undefined, key: string): Json | undefined {
  if (isJsonObject(value)) return getOwn(value, key);
  return isJsonArray(value) ? value[arrayIndex(key) ?? -1] : undefined;
}

/** The text of the value's own leaf, or null where it has none. */
function ownText(value: Json | undefined, keys: readonly string[]): string | null {
  if (value === undefined) return null;
  if (isJsonArray(value)) return keys.length > 0 ? '[]' : canonicalText(value);
  if (isJsonObject(value)) return keys.length > 0 ? null : '{}';
  return canonicalText(value);
}

function isContainer(value: Json): boolean {
  return isJsonObject(value) || isJsonArray(value);
}
