/** Few words of statistics. Values need not be sorted. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The nearest rank: a value that was measured, never one between two. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Draws whole numbers; the same seed gives the same. */
export function drawing(seed: number): (lowest: number, highest: number) => number {
  let state = seed;
  return (lowest, highest) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return lowest + Math.floor(((state >>> 0) / 2 ** 32) * (highest - lowest + 1));
  };
}
