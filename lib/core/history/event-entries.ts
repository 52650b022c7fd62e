/** The columns of a segment transposed: for every event, the entries it made, ascending by path. */
import type { SegmentColumns } from './segment-columns.ts';

export class EventEntries {
  /** The entries of the event with index `i` are those from starts[i] up to starts[i + 1]. */
  private readonly starts: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly paths: Uint32Array;

  /** A counting sort: paths are walked in ascending order, so each event's entries come out ascending. */
  constructor({ first, headers, ordinals, starts, paths }: SegmentColumns) {
    this.starts = startsByEvent(ordinals, first, headers.length);
    const inside = this.starts.at(-1) ?? 0;
    this.entries = new Uint32Array(inside);
    this.paths = new Uint32Array(inside);
    const next = this.starts.slice();
    for (let path = 0; path < paths.length; path += 1) {
      const end = starts[path + 1] ?? 0;
      for (let entry = starts[path] ?? 0; entry < end; entry += 1) {
        const event = (ordinals[entry] ?? 0) - first;
        if (event < 0) continue;
        const slot = next[event] ?? 0;
        next[event] = slot + 1;
        this.entries[slot] = entry;
        this.paths[slot] = path;
      }
    }
  }

  count(index: number): number {
    return (this.starts[index + 1] ?? 0) - (this.starts[index] ?? 0);
  }

  /** Indexes into the columns' paths and entries. */
  of(index: number): { readonly path: number; readonly entry: number }[] {
    const from = this.starts[index] ?? 0;
    return Array.from({ length: this.count(index) }, (_, offset) => ({
      path: this.paths[from + offset] ?? 0,
      entry: this.entries[from + offset] ?? 0,
    }));
  }
}

function startsByEvent(ordinals: Uint32Array, first: number, events: number): Uint32Array {
  const starts = new Uint32Array(events + 1);
  for (const ordinal of ordinals) {
    if (ordinal >= first) starts[ordinal - first + 1] = (starts[ordinal - first + 1] ?? 0) + 1;
  }
  for (let index = 1; index <= events; index += 1) {
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  }
  return starts;
}
