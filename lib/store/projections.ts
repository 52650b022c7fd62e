/** How an entity type of a namespace is folded: registered by its first import, and anew only when asked for. */
import type { Pool } from 'pg';
import type { ProjectionKind } from '#core';
import { canBeIds } from './bounds.ts';
import { microsNow } from './clock.ts';
import type { PrismaClient } from './generated/client.ts';
import { NO_BASIS } from './read-models/turn.ts';

export async function projectionOf(
  pool: Pool,
  namespace: string,
  entityType: string,
): Promise<ProjectionKind | null> {
  if (!canBeIds(namespace, entityType)) return null;
  const { rows } = await pool.query<{ kind: string }>(
    'SELECT kind FROM projection WHERE namespace = $1 AND entity_type = $2',
    [namespace, entityType],
  );
  return rows[0] === undefined ? null : kindOf(rows[0].kind);
}

export async function registerProjection(
  pool: Pool,
  prisma: PrismaClient,
  namespace: string,
  entityType: string,
  kind: ProjectionKind,
  by: string,
): Promise<ProjectionKind> {
  // No event can be of such a type, so there is nothing that the kind would be of.
  if (!canBeIds(namespace, entityType)) return kind;
  const row = { namespace, entityType, kind, registeredBy: by, registeredAt: microsNow() };
  await prisma.projection.createMany({ data: [row], skipDuplicates: true });
  return (await projectionOf(pool, namespace, entityType)) ?? kind;
}

export async function replaceProjection(
  prisma: PrismaClient,
  namespace: string,
  entityType: string,
  kind: ProjectionKind,
  by: string,
): Promise<void> {
  const registered = { kind, registeredBy: by, registeredAt: microsNow() };
  const replaced = prisma.projection.upsert({
    where: { namespace_entityType: { namespace, entityType } },
    create: { namespace, entityType, ...registered },
    update: registered,
  });
  // What was folded by the kind before is not what the change log is to say.
  const anew = prisma.readModel.updateMany({
    where: { name: 'changes' },
    data: { basis: NO_BASIS, position: 0 },
  });
  await prisma.$transaction([replaced, anew]);
}

const KINDS: readonly ProjectionKind[] = ['replace', 'merge', 'patch', 'row', 'activity', 'reducer'];

export function kindOf(text: string): ProjectionKind {
  const kind = KINDS.find((candidate) => candidate === text);
  if (kind === undefined) throw new Error(`"${text}" is not a kind of projection that this version knows`);
  return kind;
}
