/**
 * Sameness of values: key order is nothing, the spelling of a number is something (`1.10` is not `1.1`).
 *
 * Numbers are compared by their literals here; JSON Patch's `test` compares them by value (see patch/).
 */
import { literalOf } from './number.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject, NumberLiteral } from './value.ts';

/** `sameNumber` decides about two numbers that are not the same double. */
export function equalJson(a: Json, b: Json, sameNumber: SameNumber = sameLiteral): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  if (isNumber(a)) return isNumber(b) && sameNumber(a, b);
  if (isJsonArray(a)) return isJsonArray(b) && equalArrays(a, b, sameNumber);
  return isJsonObject(a) && isJsonObject(b) && equalObjects(a, b, sameNumber);
}

function equalArrays(a: readonly Json[], b: readonly Json[], sameNumber: SameNumber): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const one = a[index] as Json;
    const other = b[index] as Json;
    if (one !== other && !equalJson(one, other, sameNumber)) return false;
  }
  return true;
}

function equalObjects(a: JsonObject, b: JsonObject, sameNumber: SameNumber): boolean {
  let unmatched = 0;
  // As in patch/between.ts: for-in reads members where they lie, and what is inherited is the same as none.
  for (const key in a) {
    const one = a[key] as Json;
    unmatched += 1;
    if (one === b[key]) continue;
    const other = getOwn(b, key);
    if (other === undefined || !equalJson(one, other, sameNumber)) return false;
  }
  for (const _ in b) unmatched -= 1;
  return unmatched === 0;
}

export type SameNumber = (a: number | NumberLiteral, b: number | NumberLiteral) => boolean;

const sameLiteral: SameNumber = (a, b) => literalOf(a) === literalOf(b);

const isNumber = (value: Json): value is number | NumberLiteral =>
  typeof value === 'number' || value instanceof NumberLiteral;
