/** Binary search in sorted typed arrays. */

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

/** The same for a whole array of instants. */
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
