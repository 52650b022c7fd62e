/** What is in one namespace, from the rows of its streams: no event is counted by reading it. */
import type { Pool } from 'pg';
import { NOTES_ENTITY_TYPE, type ProjectionKind } from '#core';
import { canBeIds } from './bounds.ts';
import { newestEvents } from './log-reads.ts';
import type { Overview } from './store.ts';

const NEWEST = 20;

const NO_NOTES = { entities: 0, events: 0 } as const;

interface TypeRow {
  readonly entityType: string;
  readonly entities: bigint;
  readonly events: bigint;
  readonly live: bigint;
  readonly kind: ProjectionKind | null;
}

export async function overview(pool: Pool, namespace: string): Promise<Overview> {
  if (!canBeIds(namespace))
    return { events: 0, entities: 0, live: 0, types: [], newest: [], notes: NO_NOTES };
  const { rows } = await pool.query<TypeRow>(
    `SELECT s.entity_type AS "entityType", count(*) AS entities, sum(s.version)::bigint AS events,
       count(*) FILTER (WHERE NOT s.removed) AS live, min(p.kind) AS kind
     FROM stream s LEFT JOIN projection p USING (namespace, entity_type)
     WHERE s.namespace = $1 GROUP BY s.entity_type ORDER BY s.entity_type`,
    [namespace],
  );
  const entityRows = rows.filter(({ entityType }) => entityType !== NOTES_ENTITY_TYPE);
  const notes = rows.find(({ entityType }) => entityType === NOTES_ENTITY_TYPE);
  const types = entityRows.map((row) => ({
    entityType: row.entityType,
    entities: Number(row.entities),
    live: Number(row.live),
    events: Number(row.events),
    kind: row.kind,
  }));
  return {
    events: types.reduce((sum, type) => sum + type.events, 0),
    entities: types.reduce((sum, type) => sum + type.entities, 0),
    live: types.reduce((sum, type) => sum + type.live, 0),
    types,
    newest: await newestEvents(pool, namespace, NEWEST),
    notes:
      notes === undefined ? NO_NOTES : { entities: Number(notes.entities), events: Number(notes.events) },
  };
}
