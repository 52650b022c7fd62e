/**
 * Where every path stands at every so many events: a search then looks at the few entries between two landmarks, which lie beside
 * each other, instead of jumping through the whole column of the path.
 *
 * Law: lastEntry(p, o) is the last entry of p up to o, as a search of the whole column would find it. Takes no more room than the
 * ordinals that it stands beside.
 */
import { upperBound } from './sorted-search.ts';

/** More would seldom leave fewer entries to look at. */
const MOST_ROWS = 128;

export class Landmarks {
  private readonly paths: number;
  private readonly stride: number;
  /** A row a landmark: for each path the index behind its last entry up to there. The last row has the ends. */
  private readonly rows: Uint32Array;

  constructor(
    private readonly ordinals: Uint32Array,
    private readonly starts: Uint32Array,
    private readonly first: number,
    events: number,
  ) {
    this.paths = starts.length - 1;
    const wanted = Math.min(MOST_ROWS, events, Math.floor(ordinals.length / Math.max(1, this.paths)));
    this.stride = Math.max(1, Math.ceil(events / Math.max(1, wanted)));
    const count = Math.ceil(events / this.stride);
    this.rows = new Uint32Array((count + 1) * this.paths);
    for (let path = 0; path < this.paths; path += 1) this.fill(path, count);
  }

  /** −1 where there is none. `ordinal` is one from before the segment to its last. */
  lastEntry(path: number, ordinal: number): number {
    const from = this.starts[path] ?? 0;
    const behind = ordinal - this.first + 1;
    // Before the segment there are only the entries of the base, at most one a path.
    if (behind <= 0)
      return from < (this.starts[path + 1] ?? 0) && (this.ordinals[from] ?? 0) <= ordinal ? from : -1;
    const at = Math.floor(behind / this.stride) * this.paths + path;
    const known = this.rows[at] ?? 0;
    const next = this.rows[at + this.paths] ?? known;
    const entry = known === next ? known : upperBound(this.ordinals, ordinal, known, next);
    return entry > from ? entry - 1 : -1;
  }

  private fill(path: number, count: number): void {
    const end = this.starts[path + 1] ?? 0;
    let entry = this.starts[path] ?? 0;
    for (let row = 0; row < count; row += 1) {
      const landmark = this.first - 1 + row * this.stride;
      while (entry < end && (this.ordinals[entry] ?? 0) <= landmark) entry += 1;
      this.rows[row * this.paths + path] = entry;
    }
    this.rows[count * this.paths + path] = end;
  }
}
