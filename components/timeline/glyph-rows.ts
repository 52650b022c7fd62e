/**
 * Stacks glyphs that would cover each other: every event keeps its true x and takes the lowest row that is free there.
 *
 * Law: two glyphs of one row are at least `size` apart, unless more events crowd than there are rows; then the top row takes
 * the rest.
 */
export function glyphRows(xs: Float64Array, size: number, most: number): { rows: Uint8Array; used: number } {
  const rows = new Uint8Array(xs.length);
  const ends = new Float64Array(most).fill(Number.NEGATIVE_INFINITY);
  let used = 0;
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index] ?? 0;
    const free = ends.findIndex((end) => end <= x);
    const row = free < 0 ? most - 1 : free;
    ends[row] = x + size;
    rows[index] = row;
    used = Math.max(used, row + 1);
  }
  return { rows, used };
}
