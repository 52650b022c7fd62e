/**
 * A page of entities behind the last one of the page before, in the order of type and id.
 *
 * The rest of that entity's type is asked for first and the later types after it. One comparison of both columns would say the same, but where the
 * type is asked for besides, PostgreSQL goes through all entities of it from its first: the deeper a page, the longer it took.
 */
import type { EntityRef } from './entity-ref.ts';

export type EntityKey = Omit<EntityRef, 'namespace'>;

/** A condition over the rows `s` of streams; null: all of them. */
export type Behind = ((bind: (text: string) => string) => string) | null;

export async function pageBehind<Row>(
  after: EntityKey | null,
  limit: number,
  list: (behind: Behind, limit: number) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (after === null) return list(null, limit);
  const { entityType, entityId } = after;
  const same = await list(
    (bind) => `s.entity_type = ${bind(entityType)} AND s.entity_id > ${bind(entityId)}`,
    limit,
  );
  if (same.length >= limit) return same;
  const later = await list((bind) => `s.entity_type > ${bind(entityType)}`, limit - same.length);
  return [...same, ...later];
}
