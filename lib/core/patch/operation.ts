/**
 * JSON Patch operations as values, and how an untrusted document becomes them (RFC 6902 section 4).
 *
 * Members that an operation does not need are ignored, as the RFC asks.
 */
import { getOwn, isJsonArray, isJsonObject, type Json } from '../json/value.ts';
import { parsePointer } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';

/** What {@link jsonPatchBetween} writes. A type, not an interface, so that an array of it is itself a Json. */
export type JsonPatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string };

/** One checked operation, its pointers taken apart. */
export type PatchStep =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: readonly string[]; readonly value: Json }
  | { readonly op: 'remove'; readonly path: readonly string[] }
  | { readonly op: 'move' | 'copy'; readonly path: readonly string[]; readonly from: readonly string[] };

/** Fails with CS-107; the place is a pointer into the patch. */
export function readPatch(operations: Json): Result<PatchStep[]> {
  if (!isJsonArray(operations)) return fail('CS-107', 'A JSON Patch is an array of operations.', '');
  const steps: PatchStep[] = [];
  for (const [index, operation] of operations.entries()) {
    const step = readOperation(operation, `/${index}`);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return ok(steps);
}

function readOperation(operation: Json, place: string): Result<PatchStep> {
  if (!isJsonObject(operation)) return fail('CS-107', 'An operation is an object.', place);
  const op = getOwn(operation, 'op');
  if (typeof op !== 'string') return fail('CS-107', 'An operation needs a text "op".', place);
  const path = readPointer(getOwn(operation, 'path'), `${place}/path`);
  if (!path.ok) return path;
  switch (op) {
    case 'remove':
      return ok({ op, path: path.value });
    case 'add':
    case 'replace':
    case 'test': {
      const value = getOwn(operation, 'value');
      if (value === undefined) return fail('CS-107', `A "${op}" operation needs a "value".`, place);
      return ok({ op, path: path.value, value });
    }
    case 'move':
    case 'copy': {
      const from = readPointer(getOwn(operation, 'from'), `${place}/from`);
      return from.ok ? ok({ op, path: path.value, from: from.value }) : from;
    }
    default:
      return fail('CS-107', `${JSON.stringify(op)} is no operation of JSON Patch.`, `${place}/op`);
  }
}

function readPointer(pointer: Json | undefined, place: string): Result<string[]> {
  if (typeof pointer !== 'string') return fail('CS-107', 'An operation needs its places as texts.', place);
  const steps = parsePointer(pointer);
  return steps.ok ? steps : fail('CS-107', steps.error.message, place);
}
