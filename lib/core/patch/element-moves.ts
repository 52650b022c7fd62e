/**
 * The operations that bring the elements of an array, told by their keys, into another order: what is gone is removed, what is new
 * is added, and as few of the others as can be are moved.
 *
 * Law: applied to an array with the keys `before` they give one with the keys `after`. Which elements stay follows from a longest
 * increasing subsequence (Fredman, 1975). Each move is looked for among all elements, so very long lists are left to others.
 */
import { type Json, NumberLiteral } from '../json/value.ts';
import type { ElementKey } from '../keyed/leaf-path.ts';
import { longestIncrease } from '../longest-increase.ts';
import type { Found } from './compare-plain.ts';

/** More elements than this between the first and the last that differ, and nothing is found. */
const LONGEST = 2_000;

/** A key as something that is the same by `===` exactly where the key is. */
export type ElementName = string | number | boolean;

/** Two literals are two objects even where they are one number, so they become texts, of which no other key is one. */
export function nameOf(key: ElementKey): ElementName {
  if (typeof key === 'string') return key.startsWith('~') ? `~=${key}` : key;
  return key instanceof NumberLiteral ? `~:${key.literal}` : key;
}

/** What the elements are to be. */
export interface WantedElements {
  readonly names: readonly ElementName[];
  readonly values: readonly Json[];
}

/** `before` begins at the index `offset` of its array. False: nothing was found, because there are too many. */
export function findMoves(
  before: readonly ElementName[],
  { names, values }: WantedElements,
  offset: number,
  found: Found[],
): boolean {
  const start = commonStart(before, names);
  const end = commonEnd(before, names, start);
  if (Math.max(before.length, names.length) - start - end > LONGEST) return false;
  const first = offset + start;
  const wanted = names.slice(start, names.length - end);
  const current = removeGone(before.slice(start, before.length - end), new Set(wanted), first, found);
  const staying = longestIncrease(wanted.map((name) => current.indexOf(name)));
  // From the back, so that what follows an element is in its place already.
  let next = current.length;
  for (let target = wanted.length - 1; target >= 0; target -= 1) {
    const name = wanted[target] ?? '';
    const from = current.indexOf(name);
    if (from === -1) {
      found.push({ op: 'add', path: `/${first + next}`, value: values[start + target] as Json });
      current.splice(next, 0, name);
    } else if (staying.has(target)) next = from;
    else {
      current.splice(from, 1);
      if (from < next) next -= 1;
      current.splice(next, 0, name);
      if (from !== next) found.push({ op: 'move', from: `/${first + from}`, path: `/${first + next}` });
    }
  }
  return true;
}

/** The keys that are left, in their order. */
function removeGone(
  keys: readonly ElementName[],
  wanted: ReadonlySet<ElementName>,
  first: number,
  found: Found[],
): ElementName[] {
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    if (!wanted.has(keys[index] ?? '')) found.push({ op: 'remove', path: `/${first + index}` });
  }
  return keys.filter((key) => wanted.has(key));
}

function commonStart(before: readonly ElementName[], after: readonly ElementName[]): number {
  let count = 0;
  while (count < before.length && before[count] === after[count]) count += 1;
  return count;
}

function commonEnd(before: readonly ElementName[], after: readonly ElementName[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
}
