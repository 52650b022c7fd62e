/**
 * The walk that finds what differs between two values, leaf by leaf. Arrays go by index; `keyed/` walks those that go by key.
 *
 * Law: what it adds is the difference of the two sets of leaves, in no order. Members that are the same object are not walked, and
 * of those that are alike nothing is spelled.
 */
import type { Change } from './history/history.ts';
import { canonicalText } from './json/canonical-text.ts';
import { equalJson } from './json/equal-json.ts';
import {
  getOwn,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type NumberLiteral,
} from './json/value.ts';
import { placeBelow } from './path-prefix.ts';
import { formatStep } from './pointer.ts';

/** A change whose path is still being spelled. */
export type FoundChange = { path: string } & Pick<Change, 'before' | 'after'>;

/** undefined: absent. The paths are those below the two values. */
export function compareLeaves(before: Json | undefined, after: Json | undefined, into: FoundChange[]): void {
  if (before === after) return;
  if (isComposite(before) && isComposite(after)) compareComposites(before, after, into);
  else replaceLeaves(before, after, into);
}

/** What two values can be without being the same one by `===`. */
type Composite = readonly Json[] | JsonObject | NumberLiteral;

function isComposite(value: Json | undefined): value is Composite {
  return typeof value === 'object' && value !== null;
}

function compareComposites(before: Composite, after: Composite, into: FoundChange[]): void {
  if (isJsonArray(before) && isJsonArray(after)) {
    if (isBranching(before) && isBranching(after)) compareArrays(before, after, into);
    else if (!equalJson(before, after)) replaceLeaves(before, after, into);
  } else if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, into);
  else replaceLeaves(before, after, into);
}

function compareObjects(before: JsonObject, after: JsonObject, into: FoundChange[]): void {
  let size = 0;
  let gone = 0;
  // As in patch/between.ts: for-in reads members where they lie, and what is inherited is the same as none.
  for (const key in before) {
    const was = before[key] as Json;
    const is = after[key] as Json;
    size += 1;
    if (was === is) continue;
    const from = into.length;
    if (isComposite(was) && isComposite(is) && key !== '__proto__') compareComposites(was, is, into);
    else {
      const own = getOwn(after, key);
      if (own === undefined) gone += 1;
      compareLeaves(was, own, into);
    }
    placeBelow(into, from, key);
  }
  let others = 0;
  for (const _ in after) others += 1;
  // An empty object is a leaf itself, which comes or goes.
  if (size === 0 && others > 0) into.push({ path: '', before: '{}', after: null });
  if (size > 0 && others === 0) into.push({ path: '', before: null, after: '{}' });
  if (size - gone < others) addNew(before, after, into);
}

function addNew(before: JsonObject, after: JsonObject, into: FoundChange[]): void {
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) addLeaves(formatStep(key), after[key] as Json, into);
  }
}

function compareArrays(before: readonly Json[], after: readonly Json[], into: FoundChange[]): void {
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1) {
    const was = before[index];
    const is = after[index];
    if (was === is) continue;
    const from = into.length;
    compareLeaves(was, is, into);
    placeBelow(into, from, index);
  }
}

/** Of values that are not both objects, nor both arrays with leaves below them. */
function replaceLeaves(before: Json | undefined, after: Json | undefined, into: FoundChange[]): void {
  if (before === undefined) {
    if (after !== undefined) addLeaves('', after, into);
    return;
  }
  if (after === undefined) {
    removeLeaves('', before, into);
    return;
  }
  const [was, is] = [ownText(before), ownText(after)];
  if (was !== is) into.push({ path: '', before: was, after: is });
  const [members, others] = [membersOf(before), membersOf(after)];
  for (const [name, member] of members) {
    const from = into.length;
    compareLeaves(member, others.get(name), into);
    placeBelow(into, from, name);
  }
  for (const [name, member] of others) {
    if (!members.has(name)) addLeaves(formatStep(name), member, into);
  }
}

function addLeaves(path: string, value: Json, into: FoundChange[]): void {
  eachLeaf(path, value, (leaf, text) => into.push({ path: leaf, before: null, after: text }));
}

function removeLeaves(path: string, value: Json, into: FoundChange[]): void {
  eachLeaf(path, value, (leaf, text) => into.push({ path: leaf, before: text, after: null }));
}

function eachLeaf(path: string, value: Json, take: (path: string, text: string) => void): void {
  const own = ownText(value);
  if (own !== null) take(path, own);
  if (isJsonObject(value)) {
    for (const key of Object.keys(value)) eachLeaf(path + formatStep(key), value[key] as Json, take);
  } else if (isJsonArray(value) && own === '[]') {
    for (let index = 0; index < value.length; index += 1)
      eachLeaf(`${path}/${index}`, value[index] as Json, take);
  }
}

/** Those that have leaves of their own, by the name of the step to each. */
function membersOf(value: Json): ReadonlyMap<string, Json> {
  if (isJsonObject(value)) return new Map(Object.entries(value));
  return new Map(isBranching(value) ? value.map((member, index) => [String(index), member]) : []);
}

/** The text of the value's own leaf, or null where it has none. */
function ownText(value: Json): string | null {
  if (isJsonArray(value)) return isBranching(value) ? '[]' : canonicalText(value);
  if (!isJsonObject(value)) return canonicalText(value);
  for (const _ in value) return null;
  return '{}';
}

/** An array whose members have leaves of their own. */
export function isBranching(value: Json | undefined): value is readonly Json[] {
  return isJsonArray(value) && value.some(isContainer);
}

function isContainer(value: Json): boolean {
  return isJsonObject(value) || isJsonArray(value);
}
