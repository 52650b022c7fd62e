/**
 * The walk that finds what differs between two values, leaf by leaf. Arrays go by index; `keyed/` walks those that go by key.
 *
 * Law: what it adds is the difference of the two sets of leaves, in no order. Members that are the same object are not walked.
 */
import type { Change } from './history/history.ts';
import { canonicalText } from './json/canonical-text.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from './json/value.ts';
import { arrayIndex, formatStep } from './pointer.ts';

/** undefined: absent. */
export function compareLeaves(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  into: Change[],
): void {
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
    if (was !== is) compareLeaves(path + formatStep(key), was, is, into);
  }
  if (kept === others.length) return;
  for (const key of others) {
    if (!Object.hasOwn(before, key)) compareLeaves(path + formatStep(key), undefined, after[key], into);
  }
}

function compareArrays(path: string, before: readonly Json[], after: readonly Json[], into: Change[]): void {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [before[index], after[index]];
    if (was !== is) compareLeaves(`${path}/${index}`, was, is, into);
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
    if (was !== is) compareLeaves(path + formatStep(key), was, is, into);
  }
  if (kept === keysAfter.length) return;
  for (const key of keysAfter) {
    const isNew = keysBefore.length === 0 || member(before, key) === undefined;
    if (isNew) compareLeaves(path + formatStep(key), undefined, member(after, key), into);
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
export function isBranching(value: Json | undefined): value is readonly Json[] {
  return isJsonArray(value) && value.some(isContainer);
}

function isContainer(value: Json): boolean {
  return isJsonObject(value) || isJsonArray(value);
}
