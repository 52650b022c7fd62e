/**
 * The indexes of a longest increasing subsequence (Fredman, 1975); negative values are passed over.
 *
 * What stays where it is when a list gets another order, so that as few elements as can be are said to have moved.
 */
export function longestIncrease(values: readonly number[]): ReadonlySet<number> {
  /** By length less one: the index of the lowest value that ends a subsequence of it. */
  const ends: number[] = [];
  const before = values.map(() => -1);
  for (const [index, value] of values.entries()) {
    if (value < 0) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const chosen = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) chosen.add(index);
  return chosen;
}
