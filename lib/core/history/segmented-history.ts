/**
 * A history over segments, of which not all need be there: what is missing is asked for by name.
 *
 * Law: it answers the same however the stream was cut, and as a naive fold would. A method that needs a segment which the
 * shelf does not hold throws {@link SegmentMissing}; {@link whenRead} reads it and asks again, so that one and the same code answers
 * from memory, from a database and over the network.
 */
import type { Axis } from '../event.ts';
import { acrossSegments } from './diff-segments.ts';
import { type Condition, firstWhere } from './first-where.ts';
import type {
  Change,
  DiffEntry,
  EventHeader,
  FieldEntry,
  History,
  Leaf,
  ProjectionLabel,
  ValuePage,
  ValuePageLimits,
} from './history.ts';
import type { HistoryOutline } from './outline.ts';
import type { Segment } from './segment.ts';
import type { SegmentShelf } from './segment-shelf.ts';
import { countWhile } from './sorted-search.ts';
import { valueHistory } from './value-history.ts';

/** Up to so many events away, a state is stepped to from the one before. */
const NEAR = 8;

export class SegmentedHistory implements History {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  readonly length: number;
  private recent: { readonly ordinal: number; readonly segment: Segment; readonly leaves: Leaf[] } | null =
    null;

  constructor(
    private readonly outline: HistoryOutline,
    private readonly shelf: SegmentShelf,
  ) {
    this.axis = outline.axis;
    this.projection = outline.projection;
    this.length = outline.segments.at(-1)?.last ?? 0;
  }

  event(ordinal: number): EventHeader {
    this.demand(ordinal, 1);
    return this.segmentAt(ordinal).header(ordinal);
  }

  ordinalOfVersion(version: number): number {
    if (version === 0) return 0;
    for (const [index, { lowestVersion, highestVersion }] of this.outline.segments.entries()) {
      if (version < lowestVersion || version > highestVersion) continue;
      // On the recorded axis an ordinal is a version, and no segment has to be read to know it.
      const ordinal =
        this.axis === 'recorded' ? version : this.shelf.segment(index).ordinalOfVersion(version);
      if (ordinal !== null) return ordinal;
    }
    throw new RangeError(`Version ${version} is not in this history.`);
  }

  ordinalAsOf(micros: bigint): number {
    const { segments } = this.outline;
    const index = countWhile(segments, ({ clock }) => clock <= micros);
    if (index === segments.length) return this.length;
    return this.shelf.segment(index).ordinalAsOf(micros);
  }

  stateAt(ordinal: number): readonly Leaf[] {
    this.demand(ordinal, 0);
    if (ordinal === 0) return [];
    const segment = this.segmentAt(ordinal);
    const leaves = this.stepped(segment, ordinal) ?? segment.leaves(ordinal);
    this.recent = { ordinal, segment, leaves };
    return leaves;
  }

  changesOf(ordinal: number): readonly Change[] {
    this.demand(ordinal, 1);
    return this.segmentAt(ordinal).changesOf(ordinal);
  }

  diff(from: number, to: number): readonly DiffEntry[] {
    this.demand(from, 0);
    this.demand(to, 0);
    return from === to ? [] : acrossSegments(this.outline, this.shelf, from, to);
  }

  fieldHistory(path: string, from = 1, to = this.length): readonly FieldEntry[] {
    return this.touching(path, from, to).flatMap((index) => {
      const segment = this.shelf.segment(index);
      const known = segment.indexOf(path);
      if (known === -1) return [];
      return segment.fieldEntries(known).filter(({ ordinal }) => ordinal >= from && ordinal <= to);
    });
  }

  valueHistory(path: string, from: number, to: number, limits: ValuePageLimits): ValuePage {
    return valueHistory(this.outline, this.shelf, path, { from, to, limits });
  }

  touches(path: string, from = 1, to = this.length): readonly number[] {
    return this.touching(path, from, to).flatMap((index) => {
      const segment = this.shelf.segment(index);
      return segment.touches(segment.indexesFrom(path)).filter((ordinal) => ordinal >= from && ordinal <= to);
    });
  }

  nextChange(path: string, ordinal: number, direction: 1 | -1): number | null {
    return this.next(path, ordinal, direction, (segment) => [segment.indexOf(path)]);
  }

  nextTouch(path: string, ordinal: number, direction: 1 | -1): number | null {
    return this.next(path, ordinal, direction, (segment) => segment.indexesFrom(path));
  }

  firstWhere(conditions: readonly Condition[], from = 1): number | null {
    this.demand(from, 1);
    return firstWhere(this.outline, this.shelf, conditions, from);
  }

  /** Nearest segments first: most often the first of them has it. */
  private next(
    path: string,
    ordinal: number,
    direction: 1 | -1,
    indexesIn: (segment: Segment) => readonly number[],
  ): number | null {
    const [from, to] = direction === 1 ? [ordinal + 1, this.length] : [1, ordinal - 1];
    const touching = this.touching(path, from, to);
    for (const index of direction === 1 ? touching : touching.reverse()) {
      const segment = this.shelf.segment(index);
      const found = indexesIn(segment).flatMap(
        (known) => segment.nextChange(known, ordinal, direction) ?? [],
      );
      if (found.length > 0)
        return found.reduce((one, other) => ((other - one) * direction < 0 ? other : one));
    }
    return null;
  }

  /** Indexes of the segments in which events from `from` to `to` may have changed the path or one below it. */
  private touching(path: string, from: number, to: number): number[] {
    return this.outline.segments.flatMap(({ touched, first, last }, index) =>
      last >= from && first <= to && touched.mayHold(path) ? [index] : [],
    );
  }

  private stepped(segment: Segment, ordinal: number): Leaf[] | null {
    if (this.recent?.segment !== segment || Math.abs(this.recent.ordinal - ordinal) > NEAR) return null;
    let { leaves, ordinal: at } = this.recent;
    const direction = ordinal > at ? 1 : -1;
    for (; at !== ordinal; at += direction) leaves = segment.step(leaves, at, direction);
    return leaves;
  }

  private segmentAt(ordinal: number): Segment {
    return this.shelf.segment(countWhile(this.outline.segments, ({ last }) => last < ordinal));
  }

  private demand(ordinal: number, lowest: number): void {
    if (!Number.isInteger(ordinal) || ordinal < lowest || ordinal > this.length) {
      throw new RangeError(`Ordinal ${ordinal} is outside ${lowest} to ${this.length}.`);
    }
  }
}
