/** One stream by its address, and what there is to choose from. */
import type { Pool } from 'pg';
import { canBeIds } from './bounds.ts';
import type { PrismaClient } from './generated/client.ts';
import type { EntityRef, StreamRecord } from './store.ts';

export async function streamOf(prisma: PrismaClient, ref: EntityRef): Promise<StreamRecord | null> {
  const { namespace, entityType, entityId } = ref;
  if (!canBeIds(namespace, entityType, entityId)) return null;
  return prisma.stream.findUnique({
    where: { namespace_entityType_entityId: { namespace, entityType, entityId } },
    omit: { lastPosition: true },
  });
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
