/**
 * The event store as the rest of the house sees it. One implementation: PostgreSQL (see postgres-store.ts).
 *
 * There is no method that updates or deletes an event.
 */

import type { Axis, EventLink, NewEvent, Problem, ProjectionKind, Result, StoredEvent } from '#core';
import type { CatalogueStore } from './catalogue/catalogue-store.ts';
import type { EntityRef } from './entity-ref.ts';
import type { ReadModelStore } from './read-models/read-model-store.ts';
import type { ConsequenceRows, RelatedRow, RelatedRows, SourcedRow } from './related-rows.ts';
import type { HeldThen } from './search/held-search.ts';
import type { SearchStore } from './search/search-store.ts';
import type { SegmentStore } from './segment-store.ts';

export interface Store extends SearchStore {
  append(request: AppendRequest): Promise<Result<AppendReceipt>>;
  /** Every batch in one transaction: if any item of any batch is refused, nothing is added and the refusals are returned. */
  appendWhole(
    request: Omit<AppendRequest, 'items' | 'atomic'>,
    batches: AsyncIterable<readonly AppendItem[]>,
  ): Promise<Result<AppendReceipt>>;

  stream(ref: EntityRef): Promise<StreamRecord | null>;
  /** The stream and the kind that its entity type was registered with. */
  foldedStream(ref: EntityRef): Promise<FoldedStream | null>;
  /** Ascending by version, from exclusive `after`, at most `limit` (≤ 5,000). */
  eventsOf(streamId: bigint, after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The event with this id in a namespace; of several the one of this source (see related-reads.ts). */
  eventById(namespace: string, source: string, eventId: string): Promise<RelatedRow | null>;
  /** All events with this id in a namespace, one a source at most, ascending by position. */
  eventsById(namespace: string, eventId: string): Promise<readonly SourcedRow[]>;
  /** Events of a namespace that name this cause or conversation. */
  eventsWith(
    namespace: string,
    by: 'causation' | 'correlation',
    id: string,
    limit: number,
  ): Promise<RelatedRows>;
  /** What these events of a stream caused, or share a conversation with, in other streams of its namespace (see consequence-reads.ts). */
  consequencesOf(streamId: bigint, versions: readonly number[], limit: number): Promise<ConsequenceRows>;
  /** Versions behind `after` up to `through` whose payload, type or metadata holds the text (see text-search.ts). */
  versionsWithText(
    streamId: bigint,
    text: string,
    after: number,
    through: number,
  ): Promise<readonly number[]>;
  /** Events in the order of an axis as lines of text, for a fold: chunks of whole lines, each in memory of its own (see event-lines.ts). */
  eventLines(query: OrderedEventsQuery): AsyncIterable<Uint8Array>;
  /** Of versions `from` (exclusive) to `to`, hex, end to end. */
  leafHashesOf(streamId: bigint, from: number, to: number): Promise<string>;
  /** The earliest occurredAt among versions `from` (exclusive) to `to`, or null where there are none. */
  earliestOccurrence(streamId: bigint, from: number, to: number): Promise<bigint | null>;
  /** The whole log ascending by position, from exclusive `after`. Never misses one: a lower position never appears later. */
  eventsFrom(after: bigint, limit: number, namespace?: string): Promise<readonly LogEvent[]>;
  /** Leaf hashes ascending by position, from exclusive `after`, as they are stored (verify recomputes them). */
  leafHashesFrom(after: bigint, limit: number): Promise<readonly Uint8Array[]>;
  /** Keyset page ascending by (entityType, entityId) in C order. */
  entities(query: EntityQuery): Promise<readonly EntityRow[]>;
  countEntities(query: Omit<EntityQuery, 'after' | 'limit'>): Promise<number>;
  /** Of entities and their events; notes are counted apart. */
  overview(namespace: string): Promise<Overview>;
  namespaces(): Promise<readonly string[]>;

  /**
   * Calls `listener` after events were added, by whichever process, and whenever some may have been missed: once it listens, and
   * again after PostgreSQL was away. `streams`: the ids of those that were appended to; null: any may have been. What is new the
   * listener reads for itself. Answers what ends it.
   */
  onAppended(listener: (streams: ReadonlySet<bigint> | null) => void): () => void;

  readonly segments: SegmentStore;
  readonly readModels: ReadModelStore;
  readonly catalogue: CatalogueStore;

  beginImport(start: ImportStart): Promise<bigint>;
  /** Keeps refused lines and counts them; what was added is counted inside the append's own transaction. */
  recordRefusals(importId: bigint, refusals: readonly RefusedLine[]): Promise<void>;
  finishImport(
    importId: bigint,
    end: {
      readonly read: number;
      readonly alreadyThere: number;
      readonly refused: number;
      readonly digest: string | null;
    },
  ): Promise<void>;
  imports(limit: number): Promise<readonly ImportRecord[]>;

  /** Registers the kind of an entity type, or answers the kind registered before. */
  registerProjection(
    namespace: string,
    entityType: string,
    kind: ProjectionKind,
    by: string,
  ): Promise<ProjectionKind>;
  /** Registers the kind whatever was registered before. */
  replaceProjection(namespace: string, entityType: string, kind: ProjectionKind, by: string): Promise<void>;
  projectionOf(namespace: string, entityType: string): Promise<ProjectionKind | null>;

  /** Secret of this store, made at first use; key of default event ids. 32 bytes, hex. */
  eventIdKey(): Promise<string>;
  setting(name: string): Promise<string | null>;
  putSetting(name: string, value: string): Promise<void>;

  status(): Promise<StoreStatus>;
  /** Why the disk takes nothing more now, or null. An append looks for itself. */
  roomProblem(): Promise<Problem | null>;
  verify(onProgress: (checked: number, total: number) => void): Promise<VerifyReport>;
  close(): Promise<void>;
}

export interface OrderedEventsQuery {
  readonly streamId: bigint;
  readonly axis: Axis;
  /** The newest version to take into account. */
  readonly upTo: number;
  /** Go on behind this event; null: from the first on. */
  readonly after: { readonly version: number; readonly occurredAt: bigint } | null;
}

export interface AppendRequest {
  readonly namespace: string;
  readonly items: readonly AppendItem[];
  /** true: one refused item refuses all. */
  readonly atomic: boolean;
  readonly importId?: bigint;
}

export interface AppendItem {
  readonly event: NewEvent;
  /** Version the stream must have before this event; a conflict names both versions (CS-301). */
  readonly expectedVersion?: number;
  /** Only when an exported log is restored: its commitments come along, so that the leaf stays the same. */
  readonly restored?: RestoredCommitment;
}

export interface RestoredCommitment {
  readonly namespace: string;
  readonly streamKey: string;
  readonly version: number;
  readonly ingestedAt: bigint;
  readonly flags: number;
  /** Five salts of 32 bytes, hex. */
  readonly salts: string;
  readonly leafHash: string;
}

/** One outcome an item, in the order of the items (of all batches for appendWhole, where only refusals are listed). */
export interface AppendReceipt {
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly outcomes: readonly AppendOutcome[];
}

export type AppendOutcome =
  | { readonly kind: 'added'; readonly position: bigint; readonly version: number }
  | { readonly kind: 'alreadyThere'; readonly position: bigint; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string; readonly item: number };

export interface StreamRecord extends EntityRef {
  readonly id: bigint;
  readonly key: string;
  readonly version: number;
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
  readonly removed: boolean;
  readonly recordedGiven: boolean;
}

export interface FoldedStream {
  readonly stream: StreamRecord;
  /** null: nobody registered one. */
  readonly registered: ProjectionKind | null;
}

export interface EntityQuery {
  readonly namespace: string;
  /** Absent: every type, except that of notes. */
  readonly type?: string;
  readonly idContains?: string;
  /** In this spelling: an index finds those, however many entities there are. */
  readonly idStarts?: string;
  /** Words, each of which is in the type and the id written as `type/id`. */
  readonly nameContains?: string;
  /** Microseconds; absent: at the head. */
  readonly asOf?: bigint;
  /** Instead of an instant: as of a position of the log. */
  readonly asOfPosition?: bigint;
  readonly axis: Axis;
  /** true: entities that were removed then are listed too. */
  readonly withRemoved: boolean;
  readonly after?: { readonly entityType: string; readonly entityId: string };
  readonly limit: number;
}

export interface EntityRow {
  readonly entityType: string;
  readonly entityId: string;
  /** As of the asked moment. */
  readonly version: number;
  readonly removed: boolean;
  readonly lastRecorded: bigint;
  readonly lastOccurred: bigint;
  readonly lastType: string;
  readonly lastActor: string | null;
}

export interface LogEvent extends StoredEvent, EntityRef {
  readonly streamKey: string;
  /** Hex of five salts of 32 bytes. */
  readonly salts: string;
}

export interface Overview extends HeldThen {
  readonly newest: readonly LogEvent[];
}

export interface ImportStart {
  readonly namespace: string;
  readonly source: string;
  readonly format: string;
  /** JSON text. */
  readonly options: string;
}

export interface ImportRecord extends ImportStart {
  readonly id: bigint;
  readonly digest: string | null;
  readonly startedAt: bigint;
  readonly finishedAt: bigint | null;
  readonly read: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** The first 100; `refused` has the number of all. */
  readonly refusals: readonly RefusedLine[];
}

export interface RefusedLine {
  /** file:line */
  readonly place: string;
  readonly code: string;
  readonly reason: string;
}

export interface StoreStatus {
  readonly head: bigint;
  readonly bytes: number;
  /** On the disk of the log; null where nobody can tell. */
  readonly freeBytes: number | null;
  /** In words, where that is little. */
  readonly roomWarning: string | null;
  readonly serverVersion: string;
  /** The app's role owns the tables, so only the triggers stand between it and the log. */
  readonly appendOnly: 'role and trigger' | 'trigger only';
}

export interface VerifyReport {
  readonly events: number;
  /** RFC 6962 Merkle tree head over the leaf hashes, hex. */
  readonly root: string;
  /** Empty: the log is what was committed to. */
  readonly problems: readonly VerifyProblem[];
}

export interface VerifyProblem {
  /** null: it concerns no one event. */
  readonly position: bigint | null;
  readonly what: string;
}

export type { EventLink };
