/** What a search of a namespace asks, and what it gets. */
import type { EventLink, Query } from '#core';

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
