/** What is asked of the activity of a namespace in a range of times, and what is answered. */
import type { Axis, MarkKind } from '#core';

export interface ActivitySearch {
  readonly namespace: string;
  readonly axis: Axis;
  /** Microseconds since 1970 UTC, `from` inclusive and `to` exclusive; null: no bound. */
  readonly from: bigint | null;
  readonly to: bigint | null;
  /** Whose days are counted. */
  readonly zone: string;
}

/** All of it of one moment of the store; the product's own events are left out. */
export interface FoundActivity {
  /** In the range. */
  readonly events: number;
  /** Microseconds that each of `counts` takes: a day may have an hour less or more. */
  readonly width: bigint;
  /** Whose days they are; hours are of UTC. */
  readonly clock: string;
  /** Most frequent first. */
  readonly types: readonly NamedCount[];
  readonly entityTypes: readonly NamedCount[];
  /** Ascending by instant; `type` is a place in `types`. None is empty. */
  readonly counts: readonly { readonly at: bigint; readonly type: number; readonly events: number }[];
  /** How many leaves changed on each day that any did, ascending, of the newest 54 weeks; null: hours are counted. */
  readonly changes: readonly DayChanges[] | null;
  /** The most frequent; null: nobody is named. */
  readonly actors: readonly { readonly name: string | null; readonly events: number }[];
  /** How many there are. */
  readonly allActors: number;
  readonly entities: Busiest<{ readonly entityType: string; readonly entityId: string }>;
  /** Of fields: how many events changed each, or something in it. */
  readonly fields: Busiest<{ readonly path: string }>;
  readonly late: BoundedCount;
  readonly outOfOrder: BoundedCount;
  readonly marks: FoundMarks;
  readonly reached: ActivityReached;
}

export interface DayChanges {
  readonly at: bigint;
  readonly changes: number;
}

export interface NamedCount {
  readonly name: string;
  readonly events: number;
}

/** What most of the newest events of the range are about. */
export interface Busiest<What> {
  readonly top: readonly (What & { readonly events: number })[];
  /** Behind which events were looked at, exclusive; null: all of the range was. */
  readonly since: bigint | null;
  /** How many were looked at. */
  readonly looked: number;
}

/** `isMore`: there are more than were counted. */
export interface BoundedCount {
  readonly events: number;
  readonly isMore: boolean;
}

/** What folds could not take as it is. */
export interface FoundMarks extends BoundedCount {
  /** Most frequent first. */
  readonly kinds: readonly { readonly kind: MarkKind; readonly events: number }[];
  /** By position. */
  readonly newest: readonly FoundMark[];
}

export interface FoundMark {
  readonly position: bigint;
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly kind: MarkKind;
  readonly message: string;
}

export interface ActivityReached {
  /** Newest position of the log. */
  readonly head: bigint;
  readonly searchedTo: bigint;
  readonly changedTo: bigint;
  /** When each last moved, in microseconds since 1970; null: never. */
  readonly searchedAt: bigint | null;
  readonly changedAt: bigint | null;
}
