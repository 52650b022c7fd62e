/**
 * Sameness of values: key order is nothing, the spelling of a number is something (`1.10` is not `1.1`).
 *
 * Numbers are compared by their literals here; JSON Patch's `test` compares them by value (see patch/).
 */
import { literalOf } from './number.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, NumberLiteral } from './value.ts';

/** `sameNumber` decides about two numbers that are not the same double. */
export function equalJson(a: Json, b: Json, sameNumber: SameNumber = sameLiteral): boolean {
  if (a === b) return true;
  if (isNumber(a)) return isNumber(b) && sameNumber(a, b);
  if (isJsonArray(a)) {
    if (!isJsonArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => equalJson(item, b[index] ?? null, sameNumber));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => {
    const other = getOwn(b, key);
    return other !== undefined && equalJson(a[key] ?? null, other, sameNumber);
  });
}

export type SameNumber = (a: number | NumberLiteral, b: number | NumberLiteral) => boolean;

const sameLiteral: SameNumber = (a, b) => literalOf(a) === literalOf(b);

const isNumber = (value: Json): value is number | NumberLiteral =>
  typeof value === 'number' || value instanceof NumberLiteral;
