/** One stream by its address, and what there is to choose from. */
import type { Pool } from 'pg';
import { canBeIds } from './bounds.ts';
import type { EntityRef } from './entity-ref.ts';
import { kindOf } from './projections.ts';
import type { FoldedStream, StreamRecord } from './store.ts';

/**
 * A stream and how its type is folded, in one question, as it stands before every other. The driver is asked: the first question
 * through Prisma costs its start.
 */
export async function foldedStreamOf(pool: Pool, ref: EntityRef): Promise<FoldedStream | null> {
  const { namespace, entityType, entityId } = ref;
  if (!canBeIds(namespace, entityType, entityId)) return null;
  const { rows } = await pool.query<StreamRecord & { readonly kind: string | null }>(
    `SELECT s.id, s.namespace, s.entity_type AS "entityType", s.entity_id AS "entityId", s.key, s.version,
       s.first_recorded AS "firstRecorded", s.last_recorded AS "lastRecorded", s.first_occurred AS "firstOccurred",
       s.last_occurred AS "lastOccurred", s.removed, s.recorded_given AS "recordedGiven", p.kind
     FROM stream s LEFT JOIN projection p USING (namespace, entity_type)
     WHERE s.namespace = $1 AND s.entity_type = $2 AND s.entity_id = $3`,
    [namespace, entityType, entityId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { kind, ...stream } = row;
  return { stream, registered: kind === null ? null : kindOf(kind) };
}

/** Hops from one namespace to the next along the index: as quick with a million streams as with ten. */
export async function namespaces(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ namespace: string }>(
    `WITH RECURSIVE hop AS (
       (SELECT namespace FROM stream ORDER BY namespace LIMIT 1)
       UNION ALL
       SELECT (SELECT s.namespace FROM stream s WHERE s.namespace > hop.namespace ORDER BY s.namespace LIMIT 1)
       FROM hop WHERE hop.namespace IS NOT NULL
     ) SELECT namespace FROM hop WHERE namespace IS NOT NULL ORDER BY namespace`,
  );
  return rows.map((row) => row.namespace);
}
