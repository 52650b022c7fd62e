/** What a search of a namespace asks, and what it gets. */
import type { Axis, EventLink, PartitionEvents, PathPattern, PayloadFormat, Query } from '#core';

export type SearchClock = 'recorded' | 'occurred' | 'position';

export interface EventSearch {
  readonly namespace: string;
  readonly query: Query;
}

export interface PatientSearch {
  /** Whoever asks waits, however long it takes; left out: what would take long is not begun (CS-324). */
  readonly isPatient?: boolean;
}

export interface FoundPageQuery extends EventSearch, PatientSearch {
  readonly sort: SearchClock;
  readonly direction: 'asc' | 'desc';
  /** Behind this one; null: from the beginning. */
  readonly after: FoundPlace | null;
  readonly limit: number;
  /** With what the events say; a page of those is as large as their payloads. */
  readonly withContent?: boolean;
}

/** A part of the log, of which so many events at most are asked for. */
export interface LogStretch extends EventSearch {
  /** Positions behind the first and up to the second. */
  readonly above: bigint;
  readonly upTo: bigint;
  readonly limit: number;
}

/** Where an event stands in the order of a search. `at` in microseconds; with the sort `position`, it is the position again. */
export interface FoundPlace {
  readonly at: bigint;
  readonly position: bigint;
}

export interface FoundEvent {
  readonly position: bigint;
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly type: string;
  readonly actor: string | null;
  readonly source: string;
  readonly eventId: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
  /** Whether the source gave no such time. */
  readonly recordedIsOurs: boolean;
  readonly occurredIsOurs: boolean;
  readonly removed: boolean;
  readonly late: boolean;
  readonly outOfOrder: boolean;
  readonly links: readonly EventLink[];
  /** The first few of the fields that it changed. */
  readonly changes: readonly FoundChange[];
  /** How many it changed; null: the change log is not there yet. */
  readonly changed: number | null;
  /** Where it was asked for. */
  readonly content: FoundContent | null;
}

export interface FoundContent {
  readonly schemaVersion: number;
  readonly payloadFormat: PayloadFormat;
  /** The exact text. */
  readonly payload: string;
  readonly metadata: string | null;
  readonly sourceRef: string | null;
  readonly leafHash: string;
}

export interface FoundChange {
  readonly path: string;
  /** JSON text; null: gone. */
  readonly value: string | null;
  readonly isCut: boolean;
}

export interface FoundPage {
  readonly events: readonly FoundEvent[];
  readonly isMore: boolean;
  /** Up to where the log was searched. */
  readonly searchedTo: bigint;
}

export interface SummaryQuery extends EventSearch, PatientSearch {
  /** The clock of the histogram and of "newest". */
  readonly axis: Axis;
  /** Whose days are counted, where days are. */
  readonly zone: string;
  /** Where it is not known of all, so many are counted; left out: as many as ever are. */
  readonly most?: number;
}

export interface FoundSummary {
  readonly events: number;
  /** `newest`: the search finds more, and all that is said is said of the newest `events`. */
  readonly of: 'all' | 'newest';
  /** Microseconds that each of `counts` begins with, ascending; none is empty. */
  readonly counts: readonly { readonly at: bigint; readonly events: number }[];
  /** How long what is counted together takes, in microseconds: a day may have an hour less or more. */
  readonly width: bigint;
  /** Whose days they are; what is shorter than a day is of UTC. */
  readonly clock: string;
  /** Of what the events hold; null: not counted. */
  readonly facets: Facets;
  readonly searchedTo: bigint;
}

/** null: it was not counted. */
export type Facets = Readonly<Record<FacetField, FoundFacet | null>>;

export type FacetField = 'type' | 'entityType' | 'actor' | 'source';

/** The most frequent names of what was found. */
export interface Facet {
  /** Most frequent first; null: events without one. */
  readonly names: readonly { readonly name: string | null; readonly events: number }[];
  /** How many names there are in all. */
  readonly all: number;
}

export interface FoundFacet extends Facet {
  /** Counted of so many of the newest events alone; null: of all that the summary speaks of. */
  readonly newest: number | null;
}

/** What a query can be completed with. */
export type NameKind = FacetField | 'path' | 'payloadPath' | RelationKind;

/** What an event says that it belongs to: ids, of which there may be as many as events. */
export type RelationKind = 'correlation' | 'causation';

/** A field of states, as the change log has it, or a place in payloads. */
export interface SeenField {
  readonly of: 'state' | 'payload';
  readonly path: PathPattern;
}

/** Entities as they were at a moment. */
export interface EntitySearch {
  readonly namespace: string;
  readonly query: Query;
  readonly axis: Axis;
  /** An instant in microseconds, a position of the log, or the head. */
  readonly moment: EntityMoment;
  readonly withRemoved: boolean;
  /** Only entities of exactly this type; notes are listed where theirs is asked for. */
  readonly type?: string;
  /** Only ids that contain this text, ASCII letters in either case. */
  readonly idContains?: string;
  /** Paths of leaves whose values are wanted. */
  readonly columns: readonly string[];
  readonly after: { readonly entityType: string; readonly entityId: string } | null;
  readonly limit: number;
}

export type EntityMoment =
  | { readonly at: 'head' }
  | { readonly at: 'instant'; readonly instant: bigint }
  | { readonly at: 'position'; readonly position: bigint };

export interface FoundEntity {
  readonly entityType: string;
  readonly entityId: string;
  /** As of the asked moment, as is all of this. */
  readonly version: number;
  readonly removed: boolean;
  readonly lastRecorded: bigint;
  readonly lastOccurred: bigint;
  readonly lastType: string;
  readonly lastActor: string | null;
  /** Of the columns that it had. */
  readonly values: readonly FoundValue[];
  /**
   * On the occurred axis, where fields are asked for: its events stand in another order than their versions, which the change log does not know.
   * It is listed whether or not the query is true of it, and without values. Its history knows.
   */
  readonly isReordered: boolean;
  /** Of such a one as of a position: the newest version that was in the log then; null: its head. */
  readonly known: number | null;
}

export interface FoundValue {
  readonly path: string;
  /** JSON text of the leaf; empty: the field holds other fields. */
  readonly value: string;
  readonly isCut: boolean;
}

/** When the events of some entities were. */
export interface DensitySearch {
  readonly namespace: string;
  readonly axis: Axis;
  readonly entities: readonly { readonly entityType: string; readonly entityId: string }[];
  /** Into how many equal parts the time from the first to the last of all these events is cut. */
  readonly parts: number;
}

export interface FoundDensity {
  /** Microseconds of the first and the last event of all. */
  readonly from: bigint;
  readonly to: bigint;
  /** In the order asked for; of each its events by part, of those parts that have any. */
  readonly entities: readonly (readonly { readonly part: number; readonly events: number }[])[];
  /** How far the log was counted. */
  readonly countedTo: bigint;
}

export interface FoundEntityPage {
  readonly entities: readonly FoundEntity[];
  readonly isMore: boolean;
  /** Up to where the change log was there: state and columns speak of it. */
  readonly changedTo: bigint;
}

/** The events that a sequence can be made of. */
export interface SequenceSearch {
  readonly namespace: string;
  /** What each step matches: at least one, at most sixteen. */
  readonly steps: readonly Query[];
  /** What every event has to meet besides. */
  readonly where: Query;
  readonly by: 'entity' | 'actor' | 'correlation';
  readonly axis: Axis;
}

/** Those of one entity, actor or conversation that match a step, in the order of the clock, then of positions. */
export interface SequencePartition extends PartitionEvents {
  readonly positions: BigInt64Array;
}

/** What one actor did. */
export interface ActorSearch {
  readonly namespace: string;
  readonly actor: string;
  /** The clock that "newest", "first" and all times go by. */
  readonly axis: Axis;
  /** Only what had come by then, an instant on the same clock. */
  readonly upTo: EntityMoment;
  /** So many of the newest events are looked at one by one. */
  readonly mostEvents: number;
  /** So many of the newest events are asked what they changed. */
  readonly mostChanged: number;
}

export interface ActorWork {
  /** All there are; `first` and `last` in microseconds. */
  readonly events: number;
  readonly first: bigint;
  readonly last: bigint;
  /** Of so many of the newest all that follows is said. */
  readonly counted: number;
  /** Microseconds that each quarter of an hour begins with, ascending; none is empty. */
  readonly quarters: readonly { readonly at: bigint; readonly events: number }[];
  readonly types: Facet;
  readonly entityTypes: Facet;
  /** Those with most of the events first. */
  readonly entities: readonly {
    readonly entityType: string;
    readonly entityId: string;
    readonly events: number;
    /** Of the events that were counted, the one with the highest version. */
    readonly lastVersion: number;
  }[];
  readonly allEntities: number;
  /** The fields that were changed most often, by the newest `ofChanges` events. */
  readonly fields: readonly { readonly path: string; readonly changes: number }[];
  readonly allFields: number;
  readonly ofChanges: number;
  /** Up to where the log was searched, and up to where it is known what events changed. */
  readonly searchedTo: bigint;
  readonly changedTo: bigint;
}
