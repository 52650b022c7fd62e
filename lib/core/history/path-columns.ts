/** Collects changes event by event and turns them into columns by path. */
import { comparePaths } from '../pointer.ts';
import { GONE, type HistoryColumns } from './columns.ts';
import type { Change } from './history.ts';
import { TextIds } from './text-ids.ts';

interface PathEntries {
  readonly ordinals: number[];
  readonly values: number[];
}

export class PathColumns {
  private readonly byPath = new Map<string, PathEntries>();
  private readonly texts = new TextIds();
  private entries = 0;

  /** Events are added in the order of their ordinals. */
  add(ordinal: number, changes: readonly Change[]): void {
    for (const { path, after } of changes) {
      let column = this.byPath.get(path);
      if (column === undefined) {
        column = { ordinals: [], values: [] };
        this.byPath.set(path, column);
      }
      column.ordinals.push(ordinal);
      column.values.push(after === null ? GONE : this.texts.idOf(after));
      this.entries += 1;
    }
  }

  finish(): Pick<HistoryColumns, 'paths' | 'starts' | 'ordinals' | 'values' | 'texts'> {
    const columns = [...this.byPath].sort(([a], [b]) => comparePaths(a, b));
    const starts = new Uint32Array(columns.length + 1);
    const ordinals = new Uint32Array(this.entries);
    const values = new Int32Array(this.entries);
    let at = 0;
    for (const [index, [, column]] of columns.entries()) {
      ordinals.set(column.ordinals, at);
      values.set(column.values, at);
      at += column.ordinals.length;
      starts[index + 1] = at;
    }
    return { paths: columns.map(([path]) => path), starts, ordinals, values, texts: this.texts.texts };
  }
}
