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
import { formatPointer } from '../pointer.ts';
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
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  for (const key of keys) {
    const below = path + formatPointer([key]);
    const old = getOwn(before, key);
    const now = getOwn(after, key);
    if (now === undefined) operations.push({ op: 'remove', path: below });
    else if (old === undefined) operations.push({ op: 'add', path: below, value: now });
    else compare(old, now, below, operations);
  }
}

function compareArrays(
  before: readonly Json[],
  after: readonly Json[],
  path: string,
  operations: JsonPatchOperation[],
): void {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
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
