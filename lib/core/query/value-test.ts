/**
 * Whether a value is what was asked for.
 *
 * Numbers compare exactly, as the decimals that they are; strings by code point, as PostgreSQL does under "C". Objects and arrays are no values
 * here. What is one of several kinds is decided by how it was written: see `ExactValue`.
 */
import { compareDecimals, decimalOf } from '../json/decimal.ts';
import { literalOf } from '../json/number.ts';
import { type Json, NumberLiteral } from '../json/value.ts';
import { matchesPattern } from './pattern.ts';
import type { ExactValue, Order, ValueTest } from './query.ts';

/** As it is asked for: what is a text stands in quotes. */
export function meetsTest(value: ExactValue, test: ValueTest): boolean {
  if (test.op === '=' || test.op === '!=') return isEqual(value, test.value) === (test.op === '=');
  const order = orderOf(value, test.value);
  return order !== null && HOLDS[test.op](order);
}

/** null: an object or array. */
export function valueOfJson(json: Json): ExactValue | null {
  if (typeof json === 'string') return { kind: 'text', text: json };
  if (json === null) return { kind: 'word', text: 'null' };
  if (typeof json === 'boolean') return { kind: 'word', text: json ? 'true' : 'false' };
  if (typeof json === 'number' || json instanceof NumberLiteral)
    return { kind: 'number', text: literalOf(json) };
  return null;
}

/** The JSON text of a leaf; null: an empty object, or what stands for an array. */
export function valueOfLeaf(text: string): ExactValue | null {
  if (text.startsWith('"')) return { kind: 'text', text: JSON.parse(text) as string };
  if (text === 'true' || text === 'false' || text === 'null') return { kind: 'word', text };
  return /^[-\d]/.test(text) ? { kind: 'number', text } : null;
}

function isEqual(value: ExactValue, asked: ValueTest['value']): boolean {
  if (asked.kind === 'pattern') return value.kind === 'text' && matchesPattern(asked.pattern, value.text);
  if (asked.kind === 'number' && value.kind === 'number') return orderOf(value, asked) === 0;
  const isAlike = value.kind === 'text' || value.kind === asked.kind;
  return isAlike && value.text === asked.text;
}

/** null where the two have no order. */
function orderOf(value: ExactValue, asked: ExactValue): number | null {
  if (asked.kind === 'number')
    return value.kind === 'number' ? compareDecimals(decimalOf(value.text), decimalOf(asked.text)) : null;
  return value.kind === 'text' ? byCodePoint(value.text, asked.text) : null;
}

const HOLDS: Readonly<Record<Order, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

function byCodePoint(one: string, other: string): number {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const difference = rank(one.charCodeAt(at)) - rank(other.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** The halves of a pair stand for what lies behind U+FFFF, though as units they are lower than U+E000. */
const rank = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
