/** The columns transposed: for every event, the entries it made, ascending by path. */
import type { HistoryColumns } from './columns.ts';

export class EventEntries {
  /** The entries of ordinal `o` are those from starts[o − 1] up to starts[o]. */
  private readonly starts: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly paths: Uint32Array;

  /** A counting sort: paths are walked in ascending order, so each event's entries come out ascending. */
  constructor(columns: HistoryColumns) {
    const { ordinals } = columns;
    this.starts = startsByOrdinal(ordinals, columns.headers.length);
    this.entries = new Uint32Array(ordinals.length);
    this.paths = new Uint32Array(ordinals.length);
    const next = this.starts.slice();
    for (let path = 0; path < columns.paths.length; path += 1) {
      const end = columns.starts[path + 1] ?? 0;
      for (let entry = columns.starts[path] ?? 0; entry < end; entry += 1) {
        const event = (ordinals[entry] ?? 1) - 1;
        const slot = next[event] ?? 0;
        next[event] = slot + 1;
        this.entries[slot] = entry;
        this.paths[slot] = path;
      }
    }
  }

  count(ordinal: number): number {
    return (this.starts[ordinal] ?? 0) - (this.starts[ordinal - 1] ?? 0);
  }

  /** Indexes into the columns' paths and entries. */
  of(ordinal: number): { readonly path: number; readonly entry: number }[] {
    const from = this.starts[ordinal - 1] ?? 0;
    return Array.from({ length: this.count(ordinal) }, (_, index) => ({
      path: this.paths[from + index] ?? 0,
      entry: this.entries[from + index] ?? 0,
    }));
  }
}

function startsByOrdinal(ordinals: Uint32Array, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  for (const ordinal of ordinals) starts[ordinal] = (starts[ordinal] ?? 0) + 1;
  for (let ordinal = 1; ordinal <= length; ordinal += 1) {
    starts[ordinal] = (starts[ordinal] ?? 0) + (starts[ordinal - 1] ?? 0);
  }
  return starts;
}
