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
    if (!equalJson(a[index] ?? null, b[index] ?? null, sameNumber)) return false;
  }
  return true;
}

function equalObjects(a: JsonObject, b: JsonObject, sameNumber: SameNumber): boolean {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    // Mostly both have their keys in the same order, and then nobody has to be asked whether a key is there.
    const other = others[index] === key ? b[key] : getOwn(b, key);
    if (other === undefined || !equalJson(a[key] ?? null, other, sameNumber)) return false;
  }
  return true;
}

export type SameNumber = (a: number | NumberLiteral, b: number | NumberLiteral) => boolean;

const sameLiteral: SameNumber = (a, b) => literalOf(a) === literalOf(b);

const isNumber = (value: Json): value is number | NumberLiteral =>
  typeof value === 'number' || value instanceof NumberLiteral;
