/**
 * The history of one stream under one projection: everything the screens ask, answered without folding again.
 *
 * A state is a set of *leaves*. A leaf is addressed by an RFC 6901 pointer and holds JSON text: a scalar, `{}` for an
 * empty object, an array whose members are all scalars as one value, and `[]` for every other array: the array itself
 * is a leaf, and its members, if any, have leaves of their own (`/lines` = `[]`, `/lines/0/sku` = `"A-100"`). So text and
 * pointers alone say whether `/a/0` is a member of an array or a key of an object. An absent entity has no leaf.
 *
 * Where the projection declares a key, the elements of an array are addressed by it (`/lines/~=A-100/quantity`, see
 * `keyed/leaf-path.ts`), and the leaf of the array holds their order (`/lines` = `{"by":"sku","keys":["A-100"]}`).
 *
 * Ordinals: on the recorded axis an ordinal is a version; on the occurred axis it is the place in (occurredAt, version)
 * order. Ordinal 0 is before the first event. Every method takes and gives ordinals; `event(ordinal).version` tells the version.
 */
import type { Axis, ProjectionKind } from '../event.ts';
import type { Condition } from './condition.ts';
import type { MarkKind } from './mark-kinds.ts';

export interface History {
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  /** Number of events, which is the highest ordinal. */
  readonly length: number;
  event(ordinal: number): EventHeader;
  ordinalOfVersion(version: number): number;
  /** The last ordinal as of an instant on this axis: recordedHigh or occurredAt ≤ at. 0 where the entity did not exist yet. */
  ordinalAsOf(micros: bigint): number;
  /** The live leaves, ascending by pointer in UTF-16 order, each with the ordinal that set it (blame). Empty: absent. */
  stateAt(ordinal: number): readonly Leaf[];
  /** What one event changed, ascending by pointer. */
  changesOf(ordinal: number): readonly Change[];
  /** From any moment to any other, either direction; apply(stateAt(a), diff(a, b)) = stateAt(b). `ordinal` is the event that last set the path up to the later of the two. */
  diff(from: number, to: number): readonly DiffEntry[];
  /** Every text that events from `from` to `to` (default: all) gave the leaf at a path, ascending by ordinal. */
  fieldHistory(path: string, from?: number, to?: number): readonly FieldEntry[];
  /** The whole values that events from `from` on gave a path, objects and arrays included, as far as the limits let it. */
  valueHistory(path: string, from: number, to: number, limits: ValuePageLimits): ValuePage;
  /** The ordinals from `from` to `to` (default: all) at which the path or one below it changed, ascending. */
  touches(path: string, from?: number, to?: number): readonly number[];
  /** The nearest ordinal after (direction 1) or before (−1) at which the path changed, or null. */
  nextChange(path: string, ordinal: number, direction: 1 | -1): number | null;
  /** The same for the path or one below it. */
  nextTouch(path: string, ordinal: number, direction: 1 | -1): number | null;
  /** The first ordinal from `from` (default 1) on at which all conditions hold together, or null. */
  firstWhere(conditions: readonly Condition[], from?: number): number | null;
}

export interface EventHeader {
  readonly ordinal: number;
  readonly version: number;
  readonly position: bigint;
  readonly type: string;
  readonly schemaVersion: number;
  readonly actor: string | null;
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly recordedHigh: bigint;
  readonly flags: number;
  readonly removed: boolean;
  /** Number of leaves this event changed. */
  readonly changes: number;
  /** What went wrong or is worth knowing: null when nothing. */
  readonly mark: EventMark | null;
}

export interface EventMark {
  readonly kind: MarkKind;
  readonly message: string;
}

export interface Leaf {
  readonly path: string;
  /** JSON text, exact. */
  readonly text: string;
  /** Ordinal of the event that set it. */
  readonly ordinal: number;
}

/** A leaf without its blame. */
export type LeafText = Pick<Leaf, 'path' | 'text'>;

/** null: absent. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DiffEntry extends Change {
  readonly ordinal: number;
}

export interface FieldEntry {
  readonly ordinal: number;
  readonly text: string | null;
}

export interface ValuePageLimits {
  /** Of events looked at. */
  readonly events: number;
  /** Of composing: characters of values and columns of fields; the first value is given however large it is. */
  readonly work: number;
}

export interface ValuePage {
  /** What the path had before the first of the values; null: it was absent. */
  readonly before: string | null;
  /** Ascending by ordinal. */
  readonly values: readonly FieldEntry[];
  /** The ordinal from which on to ask for the rest; null: there is none. */
  readonly next: number | null;
}

export interface ProjectionLabel {
  readonly kind: ProjectionKind;
  /** What a cache key needs: changes whenever the rule, its bundle or an upcaster changes. */
  readonly hash: string;
  /** Human name: `replace`, `merge`, … or the reducer's entity type in the configuration. */
  readonly name: string;
}
