/**
 * The JSON Patch from one value to another (RFC 6902, only add, remove, replace and, where keys are declared, move).
 *
 * Law: applyPatch(before, jsonPatchBetween(before, after, keys)) = after, exactly, number literals included; equal values give
 * the empty patch. Its paths go by index whether or not keys are declared: a key only says which elements belong together.
 *
 * What it deliberately does not do: find out by itself what belongs together, or look for the shortest patch.
 */
import type { Json } from '../json/value.ts';
import type { KeyPlaces } from '../keyed/key-places.ts';
import { compareKeyed } from './compare-keyed.ts';
import { comparePlain, type Found } from './compare-plain.ts';
import type { JsonPatchOperation } from './operation.ts';

/** `undefined` is the absent document. */
export function jsonPatchBetween(
  before: Json | undefined,
  after: Json | undefined,
  keys: KeyPlaces | null = null,
): JsonPatchOperation[] {
  if (after === undefined) return before === undefined ? [] : [{ op: 'remove', path: '' }];
  if (before === undefined) return [{ op: 'add', path: '', value: after }];
  const found: Found[] = [];
  if (keys === null) comparePlain(before, after, found);
  else compareKeyed(before, after, keys, found);
  return found;
}
