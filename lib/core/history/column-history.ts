/**
 * A history over columns: every answer is a binary search, none folds.
 *
 * Law: stateAt(v) is the naive fold of the first v events. It holds the whole stream; a segmented history would stand
 * behind the same interface.
 */
import type { Axis } from '../event.ts';
import { comparePaths } from '../pointer.ts';
import { GONE, type HistoryColumns } from './columns.ts';
import { EventEntries } from './event-entries.ts';
import { EventHeaders } from './event-headers.ts';
import type {
  Change,
  DiffEntry,
  EventHeader,
  FieldEntry,
  History,
  Leaf,
  ProjectionLabel,
} from './history.ts';
import { upperBound } from './sorted-search.ts';

export class ColumnHistory implements History {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  readonly length: number;
  readonly paths: readonly string[];
  private readonly headers: EventHeaders;
  private readonly byEvent: EventEntries;

  constructor(private readonly columns: HistoryColumns) {
    this.axis = columns.axis;
    this.projection = columns.projection;
    this.length = columns.headers.length;
    this.paths = columns.paths;
    this.byEvent = new EventEntries(columns);
    this.headers = new EventHeaders(columns.headers, columns.axis);
  }

  event(ordinal: number): EventHeader {
    this.demand(ordinal, 1);
    return this.headers.header(ordinal, this.byEvent.count(ordinal));
  }

  ordinalOfVersion(version: number): number {
    return version === 0 ? 0 : this.headers.ordinalOfVersion(version);
  }

  ordinalAsOf(micros: bigint): number {
    return this.headers.ordinalAsOf(micros);
  }

  stateAt(ordinal: number): readonly Leaf[] {
    this.demand(ordinal, 0);
    const leaves: Leaf[] = [];
    for (const [index, path] of this.paths.entries()) {
      const entry = this.lastEntry(index, ordinal);
      const text = entry === null ? null : this.textOf(entry);
      if (entry !== null && text !== null) leaves.push({ path, text, ordinal: this.ordinalOf(entry) });
    }
    return leaves;
  }

  changesOf(ordinal: number): readonly Change[] {
    this.demand(ordinal, 1);
    return this.byEvent.of(ordinal).map(({ path, entry }) => ({
      path: this.paths[path] ?? '',
      before: entry > this.start(path) ? this.textOf(entry - 1) : null,
      after: this.textOf(entry),
    }));
  }

  diff(from: number, to: number): readonly DiffEntry[] {
    this.demand(from, 0);
    this.demand(to, 0);
    const earlier = Math.min(from, to);
    const later = Math.max(from, to);
    const entries: DiffEntry[] = [];
    for (const [index, path] of this.paths.entries()) {
      const entry = this.lastEntry(index, later);
      if (entry === null || this.ordinalOf(entry) <= earlier) continue;
      const known = this.lastEntry(index, earlier);
      const before = known === null ? null : this.textOf(known);
      const after = this.textOf(entry);
      if (before === after) continue;
      const ordinal = this.ordinalOf(entry);
      entries.push(
        from <= to ? { path, before, after, ordinal } : { path, before: after, after: before, ordinal },
      );
    }
    return entries;
  }

  fieldHistory(path: string): readonly FieldEntry[] {
    const index = this.indexOf(path);
    if (index === null) return [];
    const entries: FieldEntry[] = [];
    for (let entry = this.start(index); entry < this.start(index + 1); entry += 1) {
      entries.push({ ordinal: this.ordinalOf(entry), text: this.textOf(entry) });
    }
    return entries;
  }

  nextChange(path: string, ordinal: number, direction: 1 | -1): number | null {
    const index = this.indexOf(path);
    if (index === null) return null;
    const [from, to] = [this.start(index), this.start(index + 1)];
    if (direction === 1) {
      const after = upperBound(this.columns.ordinals, ordinal, from, to);
      return after < to ? this.ordinalOf(after) : null;
    }
    const before = upperBound(this.columns.ordinals, ordinal - 1, from, to) - 1;
    return before >= from ? this.ordinalOf(before) : null;
  }

  private lastEntry(path: number, ordinal: number): number | null {
    const from = this.start(path);
    const entry = upperBound(this.columns.ordinals, ordinal, from, this.start(path + 1)) - 1;
    return entry >= from ? entry : null;
  }

  private start(path: number): number {
    return this.columns.starts[path] ?? 0;
  }

  private ordinalOf(entry: number): number {
    return this.columns.ordinals[entry] ?? 0;
  }

  private textOf(entry: number): string | null {
    return this.columns.texts[this.columns.values[entry] ?? GONE] ?? null;
  }

  private indexOf(path: string): number | null {
    let low = 0;
    let high = this.paths.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comparePaths(this.paths[middle] ?? '', path) < 0) low = middle + 1;
      else high = middle;
    }
    return this.paths[low] === path ? low : null;
  }

  private demand(ordinal: number, lowest: number): void {
    if (!Number.isInteger(ordinal) || ordinal < lowest || ordinal > this.length) {
      throw new RangeError(`Ordinal ${ordinal} is outside ${lowest} to ${this.length}.`);
    }
  }
}
