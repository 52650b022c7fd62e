/** Answers about which entities there are, as JSON. They hold no values of states, so that plain writing loses nothing. */
import { formatInstant } from '#core';
import { entityApiPath, entityPath } from './entity-address.ts';
import { type EntityKey, encodeCursor } from './entity-cursor.ts';

/** An entity as of a moment: the last event then, and whether it removed the entity. */
export interface EntityRowAnswer extends EntityKey {
  readonly version: number;
  readonly removed: boolean;
  readonly lastRecorded: bigint;
  readonly lastOccurred: bigint;
  readonly lastType: string;
  readonly lastActor: string | null;
}

export interface EntitiesAnswer {
  /** As it was asked for. */
  readonly asOf: string;
  readonly axis: string;
  readonly rows: readonly EntityRowAnswer[];
  readonly next: EntityKey | null;
}

export function entitiesJson({ asOf, axis, rows, next }: EntitiesAnswer): string {
  const after = next === null ? null : encodeCursor(next);
  return JSON.stringify({ asOf, axis, entities: rows.map(rowOf), next: after });
}

export interface FoundEntityAnswer extends EntityRowAnswer {
  readonly values: readonly { readonly path: string; readonly value: string; readonly isCut: boolean }[];
}

export interface FoundEntitiesAnswer extends Omit<EntitiesAnswer, 'rows'> {
  readonly rows: readonly FoundEntityAnswer[];
  readonly changedTo: bigint;
}

export function foundEntitiesJson({ asOf, axis, rows, next, changedTo }: FoundEntitiesAnswer): string {
  const after = next === null ? null : encodeCursor(next);
  return JSON.stringify({
    asOf,
    axis,
    entities: rows.map(foundRowOf),
    next: after,
    changedTo: String(changedTo),
  });
}

/** The same row on a line of its own. */
export function foundEntityJson(row: FoundEntityAnswer): string {
  return JSON.stringify(foundRowOf(row));
}

const foundRowOf = (row: FoundEntityAnswer): object => ({ ...rowOf(row), values: row.values });

/** The same row on a line of its own. */
export function entityRowJson(row: EntityRowAnswer): string {
  return JSON.stringify(rowOf(row));
}

function rowOf(row: EntityRowAnswer): object {
  return {
    entityType: row.entityType,
    entityId: row.entityId,
    version: row.version,
    removed: row.removed,
    recordedAt: formatInstant(row.lastRecorded),
    occurredAt: formatInstant(row.lastOccurred),
    lastType: row.lastType,
    lastActor: row.lastActor,
  };
}

export interface EntityAnswer extends EntityKey {
  readonly namespace: string;
  readonly events: number;
  readonly removed: boolean;
  readonly defaultAxis: string;
  readonly axisReason: string | null;
  readonly projection: string;
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
}

export function entityJson(entity: EntityAnswer): string {
  const { namespace, entityType, entityId, events, removed, defaultAxis, axisReason, projection } = entity;
  return JSON.stringify({
    namespace,
    entityType,
    entityId,
    events,
    removed,
    defaultAxis,
    axisReason,
    projection,
    firstRecordedAt: formatInstant(entity.firstRecorded),
    lastRecordedAt: formatInstant(entity.lastRecorded),
    firstOccurredAt: formatInstant(entity.firstOccurred),
    lastOccurredAt: formatInstant(entity.lastOccurred),
    links: linksOf(entity),
  });
}

function linksOf({ namespace, entityType, entityId }: EntityAnswer) {
  const at = (below: string): string => entityApiPath(entityType, entityId, below, namespace);
  return {
    self: at(''),
    page: entityPath(entityType, entityId, namespace),
    state: at('/state'),
    diff: at('/diff'),
    blame: at('/blame'),
    events: at('/events'),
    related: at('/related'),
    search: at('/search'),
    export: at('/export'),
    fields: at('/fields'),
    firstWhere: at('/first-where'),
    outline: at('/outline'),
    building: at('/building'),
    history: at('/history'),
    notes: at('/notes'),
  };
}
