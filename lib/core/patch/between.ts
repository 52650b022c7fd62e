/**
 * The JSON Patch from one value to another (RFC 6902, only add, remove and replace).
 *
 * Law: applyPatch(before, jsonPatchBetween(before, after)) = after, exactly, number literals included; equal values give
 * the empty patch. Arrays: the common start and end stay, what lies between is changed index by index, and what is left
 * over is removed from the back or added in order.
 *
 * What it deliberately does not do: look for moves, or for the shortest patch.
 */
import { equalJson } from '../json/equal-json.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { formatStep } from '../pointer.ts';
import type { JsonPatchOperation } from './operation.ts';

/** `undefined` is the absent document. */
export function jsonPatchBetween(before: Json | undefined, after: Json | undefined): JsonPatchOperation[] {
  const operations: JsonPatchOperation[] = [];
  if (after === undefined) {
    if (before !== undefined) operations.push({ op: 'remove', path: '' });
  } else if (before === undefined) {
    operations.push({ op: 'add', path: '', value: after });
  } else {
    compare(before, after, '', operations);
  }
  return operations;
}

function compare(before: Json, after: Json, path: string, operations: JsonPatchOperation[]): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, path, operations);
  else if (isJsonArray(before) && isJsonArray(after)) compareArrays(before, after, path, operations);
  else if (!equalJson(before, after)) operations.push({ op: 'replace', path, value: after });
}

function compareObjects(
  before: JsonObject,
  after: JsonObject,
  path: string,
  operations: JsonPatchOperation[],
): void {
  const made: KeyOperations[] = [];
  const note = (key: string, from: number): void => {
    if (operations.length > from) made.push({ key, from, to: operations.length });
  };
  let kept = 0;
  // Of all loops, for-in alone reads members where they lie, without looking for each by its name. What an object inherits is
  // no JSON, so it is never the same as a member.
  for (const key in before) {
    const old = before[key] ?? null;
    if (old === after[key]) {
      kept += 1;
      continue;
    }
    const now = getOwn(after, key);
    const from = operations.length;
    if (now === undefined) operations.push({ op: 'remove', path: path + formatStep(key) });
    else {
      kept += 1;
      compare(old, now, path + formatStep(key), operations);
    }
    note(key, from);
  }
  const others = Object.keys(after);
  for (const key of kept === others.length ? [] : others) {
    if (Object.hasOwn(before, key)) continue;
    operations.push({ op: 'add', path: path + formatStep(key), value: after[key] ?? null });
    note(key, operations.length - 1);
  }
  sortByKey(operations, made);
}

/** The operations that one key of an object needs, by their indexes. */
interface KeyOperations {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The same two values give the same patch, whatever the order of their keys. */
function sortByKey(operations: JsonPatchOperation[], made: readonly KeyOperations[]): void {
  if (made.every(({ key }, index) => index === 0 || (made[index - 1]?.key ?? '') < key)) return;
  const sorted = [...made].sort((a, b) => (a.key < b.key ? -1 : 1));
  const moved = sorted.flatMap(({ from, to }) => operations.slice(from, to));
  operations.length = made[0]?.from ?? 0;
  for (const operation of moved) operations.push(operation);
}

function compareArrays(
  before: readonly Json[],
  after: readonly Json[],
  path: string,
  operations: JsonPatchOperation[],
): void {
  // Of arrays of one length every member is held against its counterpart in any case.
  const isAligned = before.length === after.length;
  const start = isAligned ? 0 : commonStart(before, after);
  const end = isAligned ? 0 : commonEnd(before, after, start);
  const oldEnd = before.length - end;
  const newEnd = after.length - end;
  for (let index = start; index < oldEnd && index < newEnd; index++) {
    compare(before[index] ?? null, after[index] ?? null, `${path}/${index}`, operations);
  }
  // From the back, so that no removal shifts the index of the next.
  for (let index = oldEnd - 1; index >= newEnd; index--)
    operations.push({ op: 'remove', path: `${path}/${index}` });
  for (let index = oldEnd; index < newEnd; index++) {
    operations.push({ op: 'add', path: `${path}/${index}`, value: after[index] ?? null });
  }
}

function commonStart(before: readonly Json[], after: readonly Json[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && equalJson(before[count] ?? null, after[count] ?? null)) count += 1;
  return count;
}

function commonEnd(before: readonly Json[], after: readonly Json[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && equalJson(before.at(-1 - count) ?? null, after.at(-1 - count) ?? null)) count += 1;
  return count;
}
