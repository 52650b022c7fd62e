/**
 * A condition over one field, and whether a value meets it.
 *
 * Numbers compare exactly and by value (`1.10` = `1.1`), texts by UTF-16 unit, everything else only by being equal; values of two
 * different kinds are never less or greater. A field that is absent meets none of them: `≠` too wants a
 * field that is there.
 */
import { compareDecimals, decimalOf } from '../json/decimal.ts';

export type Comparison = '=' | '!=' | '<' | '>';

export interface Condition {
  /** An RFC 6901 pointer. For `exists` it may name an object or array as well as a leaf. */
  readonly path: string;
  /** `was`: it has, or has had, the value. */
  readonly op: Comparison | 'exists' | 'was';
  /** JSON text; says nothing for `exists`. */
  readonly value: string;
}

/** Both are canonical JSON text of leaves. */
export function compares(text: string, op: Comparison, value: string): boolean {
  if (op === '=' || op === '!=') return sameValue(text, value) === (op === '=');
  const order = orderOf(text, value);
  return order !== null && (op === '<' ? order < 0 : order > 0);
}

export function sameValue(text: string, value: string): boolean {
  return text === value || (isNumber(text) && isNumber(value) && orderOf(text, value) === 0);
}

/** Negative, 0 or positive; null where the two have no order. */
function orderOf(text: string, value: string): number | null {
  if (isNumber(text) && isNumber(value)) return compareDecimals(decimalOf(text), decimalOf(value));
  if (!isText(text) || !isText(value)) return null;
  const [one, other] = [JSON.parse(text) as string, JSON.parse(value) as string];
  return one === other ? 0 : one < other ? -1 : 1;
}

const isNumber = (text: string) => /^[-\d]/.test(text);
const isText = (text: string) => text.startsWith('"');
