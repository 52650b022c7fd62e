/**
 * What differs between two states, leaf by leaf.
 *
 * Law: applyChanges(leavesOf(a), changesBetween(a, b)) = leavesOf(b). Identical references are not walked, so a fold that
 * shares structure pays only for what it touched. It does not look for moved array members: arrays go by index.
 */
import type { Change, LeafText } from './history/history.ts';
import { canonicalText } from './json/canonical-text.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from './json/value.ts';
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
  if (isJsonObject(before) && isJsonObject(after)) compareObjects(path, before, after, into);
  else if (isBranching(before) && isBranching(after)) compareArrays(path, before, after, into);
  else compareKinds(path, before, after, into);
}

function compareObjects(path: string, before: JsonObject, after: JsonObject, into: Change[]): void {
  const keys = Object.keys(before);
  const others = Object.keys(after);
  // An empty object is a leaf itself, which comes or goes.
  if (keys.length === 0 || others.length === 0) {
    const [was, is] = [ownText(before, keys), ownText(after, others)];
    if (was !== is) into.push({ path, before: was, after: is });
  }
  let kept = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const was = before[key];
    // Mostly both have their keys in the same order, and then nobody has to be asked whether a key is there.
    const is = others[index] === key ? after[key] : getOwn(after, key);
    if (is !== undefined) kept += 1;
    // Most members of a large state are untouched, and not even their paths need to be spelled.
    if (was !== is) compare(path + formatStep(key), was, is, into);
  }
  if (kept === others.length) return;
  for (const key of others) {
    if (!Object.hasOwn(before, key)) compare(path + formatStep(key), undefined, after[key], into);
  }
}

function compareArrays(path: string, before: readonly Json[], after: readonly Json[], into: Change[]): void {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [before[index], after[index]];
    if (was !== is) compare(`${path}/${index}`, was, is, into);
  }
}

/** Of values that have no members, or not of one kind. */
function compareKinds(path: string, before: Json | undefined, after: Json | undefined, into: Change[]): void {
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
  if (isBranching(value)) return value.map((_, index) => String(index));
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

/** An array whose members have leaves of their own. */
function isBranching(value: Json | undefined): value is readonly Json[] {
  return isJsonArray(value) && value.some(isContainer);
}

function isContainer(value: Json): boolean {
  return isJsonObject(value) || isJsonArray(value);
}
