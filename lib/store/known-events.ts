/** Which events of a batch the log already has, by source and event id, with what they say. */
import type { PoolClient } from 'pg';
import { eventKey } from './entity-key.ts';
import { contentText } from './event-content.ts';
import { LOG_COLUMNS, LOG_TABLES, type LogRow, withLinks } from './event-row.ts';

export interface KnownEvent {
  readonly position: bigint;
  readonly version: number;
  /** Asked for where an event is restored. */
  readonly leafHash: () => string;
  readonly sourceRef: string | null;
  /** See contentText; made when asked, since most batches hold nothing known. */
  readonly content: () => string;
}

/** By eventKey. */
export async function loadKnownEvents(
  client: PoolClient,
  asked: readonly { readonly source: string; readonly eventId: string }[],
): Promise<Map<string, KnownEvent>> {
  const { rows: found } = await client.query<{ position: bigint }>(
    `SELECT b.position FROM unnest($1::text[], $2::text[]) AS asked(source, event_id)
     JOIN event_body b USING (source, event_id)`,
    [asked.map((event) => event.source), asked.map((event) => event.eventId)],
  );
  if (found.length === 0) return new Map();
  const { rows } = await client.query<LogRow>(
    `SELECT ${LOG_COLUMNS} FROM ${LOG_TABLES} WHERE e.position = ANY($1::bigint[])`,
    [found.map((row) => row.position)],
  );
  const known = new Map<string, KnownEvent>();
  for (const event of await withLinks(client, rows)) {
    const { position, version, leafHash, sourceRef } = event;
    const content = () => contentText(event.namespace, event, event.flags);
    known.set(eventKey(event), { position, version, leafHash: () => leafHash, sourceRef, content });
  }
  return known;
}
