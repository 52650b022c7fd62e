/**
 * The walk that finds the operations between two values by index: the common start and end of an array stay, what lies between is
 * changed index by index, and what is left over is removed from the back or added in order.
 *
 * Law: applied to the one value they give the other. What differs is found in the order of keys, in whatever order they stand.
 */
import { equalJson } from '../json/equal-json.ts';
import { getOwn, isJsonArray, type Json, type JsonObject, NumberLiteral } from '../json/value.ts';
import { placeBelow } from '../path-prefix.ts';
import { formatStep } from '../pointer.ts';

/** An operation whose path is still being spelled. */
export type Found = { path: string } & (
  | { readonly op: 'add' | 'replace'; readonly value: Json }
  | { readonly op: 'remove' }
  | { readonly op: 'move'; from: string }
);

/** The operations are those below the two values. */
export function comparePlain(before: Json, after: Json, found: Found[]): void {
  if (before === after) return;
  if (isComposite(before) && isComposite(after)) compareComposites(before, after, found);
  else found.push({ op: 'replace', path: '', value: after });
}

/** What two values can be without being the same one by `===`. */
type Composite = readonly Json[] | JsonObject | NumberLiteral;

function isComposite(value: Json): value is Composite {
  return typeof value === 'object' && value !== null;
}

function compareComposites(before: Composite, after: Composite, found: Found[]): void {
  if (isJsonArray(before)) {
    if (isJsonArray(after)) compareArrays(before, after, found);
    else found.push({ op: 'replace', path: '', value: after });
  } else if (isJsonArray(after)) {
    found.push({ op: 'replace', path: '', value: after });
  } else if (before instanceof NumberLiteral || after instanceof NumberLiteral) {
    if (!equalJson(before, after)) found.push({ op: 'replace', path: '', value: after });
  } else compareObjects(before, after, found);
}

function compareObjects(before: JsonObject, after: JsonObject, found: Found[]): void {
  const start = found.length;
  let first: string | null = null;
  let made: KeyOperations[] | null = null;
  let unmatched = 0;
  // Of all loops, for-in alone reads members where they lie, without looking for each by its name. What an object inherits is
  // no JSON, so it is never the same as a member, and only the prototype itself is taken for one.
  for (const key in before) {
    const old = before[key] as Json;
    const now = after[key] as Json;
    unmatched += 1;
    if (old === now) continue;
    const from = found.length;
    if (isComposite(old) && isComposite(now) && key !== '__proto__') compareComposites(old, now, found);
    else if (!compareMember(old, getOwn(after, key), found)) unmatched -= 1;
    if (found.length === from) continue;
    placeBelow(found, from, key);
    // Mostly one member differs, and is in order without being noted.
    if (first === null) first = key;
    else {
      made ??= [{ key: first, from: start }];
      made.push({ key, from });
    }
  }
  for (const _ in after) unmatched -= 1;
  if (unmatched !== 0) {
    made ??= first === null ? [] : [{ key: first, from: start }];
    addNew(before, after, found, made);
  }
  if (made !== null) sortByKey(found, made);
}

/** Whether the member is there still. */
function compareMember(old: Json, now: Json | undefined, found: Found[]): boolean {
  if (now === undefined) found.push({ op: 'remove', path: '' });
  else comparePlain(old, now, found);
  return now !== undefined;
}

export function addNew(before: JsonObject, after: JsonObject, found: Found[], made: KeyOperations[]): void {
  for (const key of Object.keys(after)) {
    if (Object.hasOwn(before, key)) continue;
    made.push({ key, from: found.length });
    found.push({ op: 'add', path: formatStep(key), value: after[key] as Json });
  }
}

/** The operations that one key of an object needs: from the index on, up to those of the next. */
export interface KeyOperations {
  readonly key: string;
  readonly from: number;
}

/** The same two values give the same patch, whatever the order of their keys. */
export function sortByKey(found: Found[], made: readonly KeyOperations[]): void {
  if (made.every(({ key }, index) => index === 0 || (made[index - 1]?.key ?? '') < key)) return;
  const ofKeys = made.map(({ key, from }, index) => ({ key, own: found.slice(from, made[index + 1]?.from) }));
  found.length = made[0]?.from ?? 0;
  for (const { own } of ofKeys.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    for (const operation of own) found.push(operation);
  }
}

function compareArrays(before: readonly Json[], after: readonly Json[], found: Found[]): void {
  // Of arrays of one length every member is held against its counterpart in any case.
  const isAligned = before.length === after.length;
  const start = isAligned ? 0 : commonStart(before, after);
  const end = isAligned ? 0 : commonEnd(before, after, start);
  compareMiddles(before, after, { start, end }, found);
}

/** How many members two arrays have in common at either end. */
export interface CommonEnds {
  readonly start: number;
  readonly end: number;
}

export function commonEnds(before: readonly Json[], after: readonly Json[]): CommonEnds {
  const start = commonStart(before, after);
  return { start, end: commonEnd(before, after, start) };
}

/** What lies between the common ends, index by index. */
export function compareMiddles(
  before: readonly Json[],
  after: readonly Json[],
  { start, end }: CommonEnds,
  found: Found[],
): void {
  const oldEnd = before.length - end;
  const newEnd = after.length - end;
  for (let index = start; index < oldEnd && index < newEnd; index++) {
    const old = before[index] as Json;
    const now = after[index] as Json;
    if (old === now) continue;
    const from = found.length;
    if (isComposite(old) && isComposite(now)) compareComposites(old, now, found);
    else found.push({ op: 'replace', path: '', value: now });
    if (found.length > from) placeBelow(found, from, index);
  }
  // From the back, so that no removal shifts the index of the next.
  for (let index = oldEnd - 1; index >= newEnd; index--) found.push({ op: 'remove', path: `/${index}` });
  for (let index = oldEnd; index < newEnd; index++) {
    found.push({ op: 'add', path: `/${index}`, value: after[index] as Json });
  }
}

function commonStart(before: readonly Json[], after: readonly Json[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && equalJson(before[count] as Json, after[count] as Json)) count += 1;
  return count;
}

function commonEnd(before: readonly Json[], after: readonly Json[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  const [ofBefore, ofAfter] = [before.length - 1, after.length - 1];
  let count = 0;
  while (count < most && equalJson(before[ofBefore - count] as Json, after[ofAfter - count] as Json))
    count += 1;
  return count;
}
