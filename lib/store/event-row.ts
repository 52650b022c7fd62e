/** The columns of an event as reads select them, named as StoredEvent and LogEvent name them, and its links. */
import type { Pool, PoolClient } from 'pg';
import type { EventLink, StoredEvent } from '#core';
import type { LogEvent } from './store.ts';

export type Queryable = Pool | PoolClient;

/** From `event e JOIN event_body b`. */
export const STORED_COLUMNS = `e.position, e.version, e.type, e.schema_version AS "schemaVersion", e.removed,
  e.payload_format AS "payloadFormat", b.payload, e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt",
  e.ingested_at AS "ingestedAt", e.recorded_high AS "recordedHigh", e.flags, b.actor, b.source, b.event_id AS "eventId",
  b.correlation_id AS "correlationId", b.causation_id AS "causationId", b.source_ref AS "sourceRef",
  b.source_position AS "sourcePosition", b.source_version AS "sourceVersion", b.metadata,
  b.occurred_text AS "occurredText", b.recorded_text AS "recordedText", encode(e.leaf_hash, 'hex') AS "leafHash"`;

/** From the same and `JOIN stream s`. */
export const LOG_COLUMNS = `${STORED_COLUMNS}, s.namespace, s.entity_type AS "entityType", s.entity_id AS "entityId",
  s.key AS "streamKey", encode(b.salts, 'hex') AS salts`;

export const LOG_TABLES =
  'event e JOIN event_body b ON b.position = e.position JOIN stream s ON s.id = e.stream_id';

export type StoredRow = Omit<StoredEvent, 'links'>;
export type LogRow = Omit<LogEvent, 'links'>;

interface LinkRow extends EventLink {
  readonly position: bigint;
}

const NO_LINKS: readonly EventLink[] = [];

/** Adds the links to a page of events. */
export async function withLinks<Row extends { readonly position: bigint }>(
  from: Queryable,
  rows: readonly Row[],
): Promise<(Row & { readonly links: readonly EventLink[] })[]> {
  if (rows.length === 0) return [];
  const { rows: found } = await from.query<LinkRow>(
    `SELECT position, entity_type AS "entityType", entity_id AS "entityId", role FROM event_link
     WHERE position = ANY($1::bigint[]) ORDER BY position, ordinal`,
    [rows.map((row) => row.position)],
  );
  const links = new Map<bigint, EventLink[]>();
  for (const { position, ...link } of found) {
    const list = links.get(position);
    if (list === undefined) links.set(position, [link]);
    else list.push(link);
  }
  return rows.map((row) => ({ ...row, links: links.get(row.position) ?? NO_LINKS }));
}
