/** What can be asked of the whole store by a query, of its events and of its entities (see in-search.ts for how long). */
import type { Result } from '#core';
import type { ActivitySearch, FoundActivity } from './activity-search.ts';
import type {
  ActorSearch,
  ActorWork,
  DensitySearch,
  EntitySearch,
  EventSearch,
  FoundDensity,
  FoundEntityPage,
  FoundEvent,
  FoundPage,
  FoundPageQuery,
  FoundSummary,
  LogStretch,
  NameKind,
  SeenField,
  SequencePartition,
  SequenceSearch,
  SummaryQuery,
} from './event-search.ts';
import type { HeldSearch, HeldThen } from './held-search.ts';
import type { ComparedMoments, FoundComparison } from './moment-comparison.ts';

export interface SearchStore {
  /** One page of what a query finds. CS-152: a term that events cannot be asked for. */
  foundPage(query: FoundPageQuery): Promise<Result<FoundPage>>;
  /**
   * Only where the next events are that it finds, ascending. It asks for events alone, and they are read from the log itself, so that it is looked through as far
   * as it takes to find them.
   */
  positionsInLog(stretch: LogStretch): Promise<readonly bigint[]>;
  /** How many it finds, when, and what they have in common. CS-152 as well. */
  foundSummary(query: SummaryQuery): Promise<Result<FoundSummary>>;
  /** Exactly how many it finds, however long that takes. CS-152 as well. */
  countFound(search: EventSearch): Promise<Result<number>>;
  /** Entities as they were at a moment, ascending by type and id in C order. CS-152: a term that is about events. */
  foundEntities(search: EntitySearch): Promise<Result<FoundEntityPage>>;
  countFoundEntities(search: Omit<EntitySearch, 'after' | 'limit' | 'columns'>): Promise<Result<number>>;
  /** What differs between two moments, as we knew it. */
  compare(moments: ComparedMoments): Promise<FoundComparison>;
  /** All that one actor did; null: nothing that is searchable. */
  actorWork(search: ActorSearch): Promise<ActorWork | null>;
  /** When the events of some entities were, as far as the log is searchable; null: they have none there. */
  density(search: DensitySearch): Promise<FoundDensity | null>;
  /** What went on in a range of times. */
  activity(search: ActivitySearch): Promise<FoundActivity>;
  /** What a namespace held at an instant. */
  heldThen(search: HeldSearch): Promise<HeldThen>;
  /** The events that a sequence can be made of, partition by partition. CS-152 as well; CS-322 where all of it takes too long. */
  sequenceEvents(
    search: SequenceSearch,
    takes: 'page' | 'all',
    each: (partition: SequencePartition) => void,
  ): Promise<Result<{ readonly searchedTo: bigint }>>;
  /** Events by their positions, in that order; those that are not searchable yet are left out. */
  foundAt(positions: readonly bigint[]): Promise<readonly Omit<FoundEvent, 'content'>[]>;
  /** Names of a namespace that begin with a text, then those that hold it; paths are those of the whole store. */
  names(namespace: string, kind: NameKind, text: string, limit: number): Promise<readonly string[]>;
  /** Values of a field, of the newest events first; those that begin with a text, then those that hold it. */
  seenValues(namespace: string, field: SeenField, text: string, limit: number): Promise<readonly string[]>;
}
