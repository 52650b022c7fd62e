/**
 * The leaf of an array that goes by key, which says so and holds the order of its elements:
 * `{"by":"sku","keys":["A-100","B-7"]}`. No other leaf is the text of an object with members, so the text alone tells.
 *
 * Law: readKeyOrder(orderText(by, keys)) = { by, keys }. An array without elements has the leaf `[]`, whether or not a key is declared.
 */
import { canonicalText } from '../json/canonical-text.ts';
import { parseExact } from '../json/parse.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, NumberLiteral } from '../json/value.ts';
import { STATE_BOUNDS } from '../limits.ts';
import { type ElementKey, isElementKey } from './leaf-path.ts';

export interface KeyOrder {
  /** The member of each element that is its key. */
  readonly by: string;
  /** In the order of the elements. */
  readonly keys: readonly ElementKey[];
}

export function orderText({ by, keys }: KeyOrder): string {
  return `${HEAD}${JSON.stringify(by)},"keys":[${keys.map(canonicalText).join(',')}]}`;
}

/** null: the leaf is another one than that of an array that goes by key. */
export function readKeyOrder(text: string): KeyOrder | null {
  if (!text.startsWith(HEAD)) return null;
  const parsed = parseExact(text, STATE_BOUNDS);
  if (!parsed.ok || !isJsonObject(parsed.value)) return null;
  const by = getOwn(parsed.value, 'by');
  const keys = getOwn(parsed.value, 'keys');
  if (typeof by !== 'string' || !isJsonArray(keys) || !keys.every(isElementKey)) return null;
  return { by, keys };
}

/** The order for people, `[A-100, B-7]`; null where the text is another leaf. */
export function keyOrderWords(text: string): string | null {
  const order = readKeyOrder(text);
  if (order === null) return null;
  return `[${order.keys.map((key) => (typeof key === 'string' ? key : canonicalText(key))).join(', ')}]`;
}

/** The keys of the elements, or in words why the array cannot go by key. An element is counted from 1, as people do. */
export function keysOf(array: readonly Json[], by: string): readonly ElementKey[] | string {
  const keys: ElementKey[] = [];
  const known = new Set<string | number | boolean>();
  const literals = new Set<string>();
  for (let index = 0; index < array.length; index += 1) {
    const element = array[index];
    if (!isJsonObject(element)) return `element ${index + 1} is not an object`;
    // What is inherited could not be a key, so most need no look at whose it is.
    const key = element[by];
    if (!isElementKey(key) && getOwn(element, by) === undefined)
      return `element ${index + 1} has no ${excerpt(by)}`;
    if (!isElementKey(key))
      return `the ${excerpt(by)} of element ${index + 1} is neither text, a number nor a boolean`;
    if (key instanceof NumberLiteral) literals.add(key.literal);
    else known.add(key);
    if (known.size + literals.size === index) return `two elements have the ${excerpt(by)} ${excerpt(key)}`;
    keys.push(key);
  }
  return keys;
}

/** Whether two elements are objects with the same key, as far as that can be seen without reading a literal. */
export function haveSameKey(one: Json | undefined, other: Json | undefined, by: string): boolean {
  return isJsonObject(one) && isJsonObject(other) && one[by] === other[by];
}

const HEAD = '{"by":';
const LONGEST = 80;

function excerpt(value: ElementKey): string {
  const text = canonicalText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
