/** Binary search in sorted columns. */
import { comparePaths } from '../pointer.ts';
import type { Leaf } from './history.ts';

/** The number of members in [from, to) plus `from` that are ≤ value: the index after the last such member. */
export function upperBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same for a whole column of instants. */
export function upperBoundOfInstants(values: BigInt64Array, value: bigint): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many members of a list hold, where those that hold come first. */
export function countWhile<T>(list: readonly T[], holds: (member: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const member = list[middle];
    if (member !== undefined && holds(member)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the leaf with this path is among ascending leaves from `from` to before `to`, or has to go, and whether it is there. */
export function placeOfLeaf(
  leaves: readonly Leaf[],
  path: string,
  from: number,
  to: number,
): { readonly index: number; readonly found: boolean } {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePaths(leaves[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return { index: low, found: leaves[low]?.path === path };
}
