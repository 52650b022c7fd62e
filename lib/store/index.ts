/** The one door of the store. */
export type { BuildTurn } from './build-turns.ts';
export type * from './catalogue/catalogue-store.ts';
export type { EntityRef } from './entity-ref.ts';
export { databaseProblem } from './failure.ts';
export { OWN_SOURCE, OWN_TYPE_PREFIX, STORE_LIMITS } from './limits.ts';
export { openStore } from './postgres-store.ts';
export type * from './read-models/change-folding.ts';
export { ChangesNotFolded } from './read-models/change-model.ts';
export type { ReachedPosition, ReadModelStore } from './read-models/read-model-store.ts';
export type { ReadModelName } from './read-models/turn.ts';
export type * from './related-rows.ts';
export type * from './search/activity-search.ts';
export { problemOfEvents } from './search/condition.ts';
export { problemOfEntities } from './search/entity-condition.ts';
export type * from './search/event-search.ts';
export type { SegmentStore } from './segment-store.ts';
export type { ClosedSegment, HistoryName, KeptSegments } from './segments.ts';
export type * from './store.ts';
