/**
 * What can be asked of the catalogue of event types (see read-models/catalogue-model.ts). Every answer says up to where it counts.
 *
 * Law: as of an instant it is what it would be if the log had only the events whose clock is at most that; one of them stands right behind
 * another where it is the next version of its stream.
 */
import type { Axis, Gaps, Shape } from '#core';
import type { EntityRef } from '../entity-ref.ts';

export interface CatalogueStore {
  /** The types with most events, those first. */
  types(question: TypesQuestion): Promise<CataloguedTypes>;
  /** null: there is no such event. */
  type(namespace: string, type: string, asOf: AsOf | null): Promise<CataloguedType | null>;
  /** Which event follows which in the streams of an entity type. */
  model(question: ModelQuestion): Promise<EventModel>;
  /** Entity types that have events, those with most first. */
  entityTypes(
    namespace: string,
    asOf: AsOf | null,
  ): Promise<readonly { readonly entityType: string; readonly events: number }[]>;
  /** Where one event followed another, the newest first by recordedAt and position. */
  examples(question: ExamplesQuestion): Promise<FollowExamples>;
  /** The events at some positions of a namespace, ascending. */
  placed(namespace: string, positions: readonly bigint[]): Promise<readonly PlacedMention[]>;
}

/** An instant of one of the clocks, in microseconds since 1970. */
export interface AsOf {
  readonly axis: Axis;
  readonly at: bigint;
}

export interface TypesQuestion {
  readonly namespace: string;
  /** Of the pictures of when they were, and of the instant. */
  readonly axis: Axis;
  /** null: now. */
  readonly at: bigint | null;
  readonly parts: number;
  readonly most: number;
}

export interface ModelQuestion {
  readonly namespace: string;
  readonly entityType: string;
  readonly most: number;
  readonly asOf: AsOf | null;
}

export interface TypeCounts {
  readonly type: string;
  readonly entityType: string;
  readonly events: number;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
}

export interface CataloguedTypes {
  /** By type and entity type; the types with most events first. */
  readonly counts: readonly TypeCounts[];
  readonly versions: readonly {
    readonly type: string;
    readonly schemaVersion: number;
    readonly events: number;
  }[];
  /** How many types there are. */
  readonly all: number;
  readonly density: TypeDensity | null;
  readonly countedTo: bigint;
}

/** The time between the first and the last of all events, cut into equal parts, and how many events of a type lie in each. */
export interface TypeDensity {
  readonly from: bigint;
  readonly to: bigint;
  readonly counts: readonly { readonly type: string; readonly part: number; readonly events: number }[];
}

export interface CataloguedType {
  readonly counts: readonly TypeCounts[];
  /** Ascending by schema version. */
  readonly shapes: readonly {
    readonly schemaVersion: number;
    readonly events: number;
    readonly opaque: number;
    readonly firstPosition: bigint;
    readonly lastPosition: bigint;
    readonly shape: Shape;
    /** Events that the shape is of, those without JSON included: fewer than all where those of a moment stand too far apart to be read. */
    readonly looked: number;
  }[];
  /** All steps to and from it, whatever the entity type; the most frequent first. */
  readonly follows: readonly Follow[];
  readonly countedTo: bigint;
}

export interface Follow {
  /** The empty text: `after` is the first event of its stream. */
  readonly before: string;
  readonly after: string;
  readonly events: number;
  /** Microseconds of all gaps that went forwards. */
  readonly gapSum: bigint;
  readonly gaps: Gaps;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
}

export interface EventModel {
  readonly types: readonly {
    readonly type: string;
    readonly events: number;
    /** Streams that end with it, so far. */
    readonly ends: number;
  }[];
  /** The most frequent first. */
  readonly follows: readonly Follow[];
  /** How many there are. */
  readonly all: number;
  readonly countedTo: bigint;
}

export interface ExamplesQuestion {
  readonly namespace: string;
  readonly entityType: string;
  /** Every event of a type, or those right behind another; null: the beginning of a stream, or its end. */
  readonly step:
    | { readonly event: string }
    | { readonly before: string | null; readonly behind: string }
    | { readonly before: string; readonly behind: null };
  readonly asOf: AsOf | null;
  /** Go on behind this event. */
  readonly behind: { readonly at: bigint; readonly position: bigint } | null;
  readonly limit: number;
}

/** An event as far as a link to it and a word about it need. */
export interface PlacedMention extends Pick<EntityRef, 'entityType' | 'entityId'> {
  readonly position: bigint;
  readonly version: number;
  readonly type: string;
  readonly actor: string | null;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

export interface FollowExamples {
  /** `gap`: microseconds since the event before, as they happened; null: there is none. */
  readonly events: readonly (PlacedMention & { readonly gap: bigint | null })[];
  readonly isMore: boolean;
}
