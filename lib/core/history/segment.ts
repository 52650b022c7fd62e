/**
 * A slice of a history, held as columns: every answer is a binary search, none folds.
 *
 * Law: leaves(o) is the naive fold of the first o events, for every o from `first − 1` (the base) to `last`. It knows nothing of
 * the events and of the dead paths before it; history across segments is SegmentedHistory's.
 */
import type { Axis } from '../event.ts';
import { comparePaths } from '../pointer.ts';
import type { SegmentParts } from './encode-segment.ts';
import { EventEntries } from './event-entries.ts';
import type { Change, EventHeader, FieldEntry, Leaf, ProjectionLabel } from './history.ts';
import { Landmarks } from './landmarks.ts';
import { GONE, type SegmentColumns } from './segment-columns.ts';
import { countWhile, placeOfLeaf, upperBound, upperBoundOfInstants } from './sorted-search.ts';

export class Segment {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  readonly first: number;
  readonly last: number;
  /** Ascending. */
  readonly paths: readonly string[];
  private landmarks: Landmarks | null = null;
  private transposed: EventEntries | null = null;
  private ordinals: ReadonlyMap<number, number> | null = null;
  /** One object an entry, so that what did not change is the same object in every state. */
  private readonly leafOfEntry: (Leaf | undefined)[];

  constructor(private readonly columns: SegmentColumns) {
    this.axis = columns.axis;
    this.projection = columns.projection;
    this.first = columns.first;
    this.last = columns.first + columns.headers.length - 1;
    this.paths = columns.paths;
    // Filled here and there, an array that had to grow would become a slow table of hashes.
    this.leafOfEntry = new Array(columns.ordinals.length);
  }

  header(ordinal: number): EventHeader {
    const { headers } = this.columns;
    const at = ordinal - this.first;
    return {
      ordinal,
      version: headers.versions[at] ?? 0,
      position: BigInt(headers.positions[at] ?? 0),
      type: headers.types[headers.typeIds[at] ?? 0] ?? '',
      schemaVersion: headers.schemaVersions[at] ?? 0,
      actor: headers.actors[headers.actorIds[at] ?? 0] ?? null,
      occurredAt: headers.occurredAt[at] ?? 0n,
      recordedAt: headers.recordedAt[at] ?? 0n,
      recordedHigh: headers.recordedHigh[at] ?? 0n,
      flags: headers.flags[at] ?? 0,
      removed: headers.removed[at] === 1,
      changes: this.byEvent.count(at),
      mark: headers.marks.get(at) ?? null,
    };
  }

  /** What it was encoded from: encodeSegment gives the same bytes again. */
  parts(): SegmentParts {
    const { axis, projection, first } = this;
    const { headers, ordinals } = this.columns;
    const events = Array.from({ length: headers.length }, (_, at) => this.header(first + at));
    const columns = this.paths.map((path, index) => {
      const [from, to] = [this.start(index), this.start(index + 1)];
      const texts = Array.from({ length: to - from }, (_, entry) => this.textOf(index, from + entry));
      return { path, ordinals: Array.from(ordinals.subarray(from, to)), texts };
    });
    return { axis, projection, first, events, marks: headers.marks, columns };
  }

  /** The live leaves after the event, ascending by path; `first − 1` asks for the base. */
  leaves(ordinal: number): Leaf[] {
    const leaves: Leaf[] = new Array(this.paths.length);
    let live = 0;
    for (let path = 0; path < this.paths.length; path += 1) {
      const entry = this.lastEntry(path, ordinal);
      if (entry !== GONE && this.columns.values[entry] !== GONE) leaves[live++] = this.leafOf(path, entry);
    }
    leaves.length = live;
    return leaves;
  }

  /**
   * The leaves after `from + direction`, given those after `from`. Costs the changes of one event and a copy of the list; leaves
   * that stay are the same objects.
   */
  step(leaves: readonly Leaf[], from: number, direction: 1 | -1): Leaf[] {
    const at = (direction === 1 ? from + 1 : from) - this.first;
    const stepped = leaves.slice();
    for (const { path, entry } of this.byEvent.of(at)) {
      const target = direction === 1 ? entry : entry - 1;
      const isLive = target >= this.start(path) && this.columns.values[target] !== GONE;
      const { index, found } = this.placeOf(path, stepped);
      if (isLive && found) stepped[index] = this.leafOf(path, target);
      else stepped.splice(index, Number(found), ...(isLive ? [this.leafOf(path, target)] : []));
    }
    return stepped;
  }

  /** What one event changed, ascending by path. */
  changesOf(ordinal: number): Change[] {
    return this.byEvent.of(ordinal - this.first).map(({ path, entry }) => ({
      path: this.paths[path] ?? '',
      before: entry > this.start(path) ? this.textOf(path, entry - 1) : null,
      after: this.textOf(path, entry),
    }));
  }

  /** Index of the last entry of a path up to the ordinal, the base included; −1 where there is none, or no such path. */
  lastEntry(path: number, ordinal: number): number {
    if (path === GONE) return GONE;
    return this.marked.lastEntry(path, ordinal);
  }

  /** The event that made the entry. */
  ordinalOf(entry: number): number {
    return this.columns.ordinals[entry] ?? 0;
  }

  /** What the entry of the path set, as JSON text; null where it removed the path, and for the entry −1. */
  textOf(path: number, entry: number): string | null {
    const value = this.columns.values[entry] ?? GONE;
    return value === GONE ? null : this.columns.texts.at(path, value);
  }

  /** The value a path had after the event, as JSON text; null where it was absent. */
  textAt(path: number, ordinal: number): string | null {
    return this.textOf(path, this.lastEntry(path, ordinal));
  }

  /** Every value that events of this segment gave the path, without the base. */
  fieldEntries(path: number): FieldEntry[] {
    const entries: FieldEntry[] = [];
    for (let entry = this.firstInside(path); entry < this.start(path + 1); entry += 1) {
      entries.push({ ordinal: this.ordinalOf(entry), text: this.textOf(path, entry) });
    }
    return entries;
  }

  /** The events of this segment that changed the path, ascending. */
  changesAt(path: number): Uint32Array {
    return this.columns.ordinals.subarray(this.firstInside(path), this.start(path + 1));
  }

  /** By ordinal − first: 1 where the event has one of the types and one of the actors (the empty text: none); null asks for nothing. */
  labelled(types: ReadonlySet<string> | null, actors: ReadonlySet<string> | null): Uint8Array {
    const { headers } = this.columns;
    const typed = headers.types.map((type) => types === null || types.has(type));
    const acted = headers.actors.map((actor) => actors === null || actors.has(actor));
    const unsaid = actors === null || actors.has('');
    return Uint8Array.from({ length: headers.length }, (_, at) => {
      const actor = headers.actorIds[at] ?? GONE;
      return Number(
        typed[headers.typeIds[at] ?? 0] === true && (actor === GONE ? unsaid : acted[actor] === true),
      );
    });
  }

  /** How many events each actor made; null: those that name none. */
  actorCounts(): ReadonlyMap<string | null, number> {
    const { actors, actorIds } = this.columns.headers;
    const counts = new Map<string | null, number>();
    for (const id of actorIds) {
      const actor = actors[id] ?? null;
      counts.set(actor, (counts.get(actor) ?? 0) + 1);
    }
    return counts;
  }

  /** The events of this segment that changed any of the paths, ascending. */
  touches(paths: readonly number[]): number[] {
    const found = new Set<number>();
    for (const path of paths)
      for (let entry = this.firstInside(path); entry < this.start(path + 1); entry += 1)
        found.add(this.ordinalOf(entry));
    return [...found].sort((one, other) => one - other);
  }

  /** The nearest event of this segment after (1) or before (−1) the ordinal that changed the path, or null. */
  nextChange(path: number, ordinal: number, direction: 1 | -1): number | null {
    if (path === GONE) return null;
    const [from, to] = [this.firstInside(path), this.start(path + 1)];
    const { ordinals } = this.columns;
    const entry =
      direction === 1
        ? upperBound(ordinals, ordinal, from, to)
        : upperBound(ordinals, ordinal - 1, from, to) - 1;
    return entry >= from && entry < to ? this.ordinalOf(entry) : null;
  }

  /** In the order of the axis. */
  versions(): Uint32Array {
    return this.columns.headers.versions;
  }

  /** Those that events of this segment changed. */
  touchedPaths(): string[] {
    return this.paths.filter((_, path) => this.firstInside(path) < this.start(path + 1));
  }

  /** Index among `paths`, or −1. */
  indexOf(path: string): number {
    const index = countWhile(this.paths, (other) => comparePaths(other, path) < 0);
    return this.paths[index] === path ? index : GONE;
  }

  /** Indexes of the path, if it is one of `paths`, and of all below it. */
  indexesFrom(path: string): number[] {
    const known = this.indexOf(path);
    // What lies below begins with the path and a slash; the character behind the slash is 0.
    const from = countWhile(this.paths, (other) => comparePaths(other, `${path}/`) < 0);
    const to = countWhile(this.paths, (other) => comparePaths(other, `${path}0`) < 0);
    const below = Array.from({ length: to - from }, (_, index) => from + index);
    return known === GONE ? below : [known, ...below];
  }

  /** The last ordinal of the segment as of the instant; `first − 1` where all its events are later. */
  ordinalAsOf(micros: bigint): number {
    const { recordedHigh, occurredAt } = this.columns.headers;
    return (
      this.first - 1 + upperBoundOfInstants(this.axis === 'recorded' ? recordedHigh : occurredAt, micros)
    );
  }

  /** null where the version is not in this segment. */
  ordinalOfVersion(version: number): number | null {
    const { versions } = this.columns.headers;
    // Versions have no gaps, so on the recorded axis the ordinal is the version itself.
    if (versions[version - this.first] === version) return version;
    if (this.axis === 'recorded') return null;
    this.ordinals ??= new Map(Array.from(versions, (known, index) => [known, this.first + index]));
    return this.ordinals.get(version) ?? null;
  }

  private get marked(): Landmarks {
    const { ordinals, starts, first, headers } = this.columns;
    this.landmarks ??= new Landmarks(ordinals, starts, first, headers.length);
    return this.landmarks;
  }

  private get byEvent(): EventEntries {
    this.transposed ??= new EventEntries(this.columns);
    return this.transposed;
  }

  /** The base entry, where there is one, is the first of its path. */
  private firstInside(path: number): number {
    const from = this.start(path);
    return this.ordinalOf(from) < this.first ? from + 1 : from;
  }

  /** A leaf stands where its path does, but for paths before it that are not live: there are few, and mostly none. */
  private placeOf(
    path: number,
    leaves: readonly Leaf[],
  ): { readonly index: number; readonly found: boolean } {
    const absent = this.paths.length - leaves.length;
    const behind = absent === 0 ? path : Math.min(path, leaves.length);
    return placeOfLeaf(leaves, this.paths[path] ?? '', Math.max(0, path - absent), behind);
  }

  private leafOf(path: number, entry: number): Leaf {
    const known = this.leafOfEntry[entry];
    if (known !== undefined) return known;
    const leaf = {
      path: this.paths[path] ?? '',
      text: this.columns.texts.at(path, this.columns.values[entry] ?? 0),
      ordinal: this.ordinalOf(entry),
    };
    this.leafOfEntry[entry] = leaf;
    return leaf;
  }

  private start(path: number): number {
    return this.columns.starts[path] ?? 0;
  }
}
