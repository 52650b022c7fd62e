/** What a search of a namespace asks, and what it gets. */
import type { Axis, EventLink, Query } from '#core';

export type SearchClock = 'recorded' | 'occurred' | 'position';

export interface EventSearch {
  readonly namespace: string;
  readonly query: Query;
}

export interface FoundPageQuery extends EventSearch {
  readonly sort: SearchClock;
  readonly direction: 'asc' | 'desc';
  /** Behind this one; null: from the beginning. */
  readonly after: FoundPlace | null;
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
  readonly flags: number;
  readonly removed: boolean;
  readonly late: boolean;
  readonly outOfOrder: boolean;
  readonly links: readonly EventLink[];
  /** The first few of the fields that it changed, as far as the change log is. */
  readonly changes: readonly FoundChange[];
  /** How many it changed. */
  readonly changed: number;
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

export interface SummaryQuery extends EventSearch {
  /** The clock of the histogram and of "newest". */
  readonly axis: Axis;
}

export interface FoundSummary {
  readonly events: number;
  /** `newest`: the search finds more, and all that is said is said of the newest `events`. */
  readonly of: 'all' | 'newest';
  /** Microseconds that each of `counts` begins with, ascending; none is empty. All are parts of one another's multiples. */
  readonly counts: readonly { readonly at: bigint; readonly events: number }[];
  /** How long what is counted together takes, in microseconds. */
  readonly width: bigint;
  /** Of what the events hold; null: not counted. */
  readonly facets: Facets;
  readonly searchedTo: bigint;
}

/** null: it was not counted. */
export type Facets = Readonly<Record<FacetField, Facet | null>>;

export type FacetField = 'type' | 'entityType' | 'actor' | 'source';

/** The most frequent names of what was found. */
export interface Facet {
  /** Most frequent first; null: events without one. */
  readonly names: readonly { readonly name: string | null; readonly events: number }[];
  /** How many names there are in all. */
  readonly all: number;
}

/** What a query can be completed with. */
export type NameKind = FacetField | 'path';
