/** What every route below /api/v1/entities/{type}/{id} reads from its URL. */
import { type Axis, ok, type Result } from '#core';
import { unguardId } from '#wire';
import { type ApiQuery, type AskedBy, demandKnown, entityQuery, readQuery } from '#wire/api';

export interface EntityRoute {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
}

export interface EntityQuestionParts {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  readonly axis: Axis | null;
  /** On the occurred axis: the newest version to take into account. */
  readonly upTo: number | null;
}

/**
 * The entity, and in `asked` what the route's own query says.
 *
 * Errors: CS-114 for a part that cannot be read, or the number of the parameter: an answer to another question than the asked one would
 * be worse than none.
 */
export async function entityQuestion<Query extends ApiQuery>(
  request: Request,
  route: EntityRoute,
  query: Query,
): Promise<Result<EntityQuestionParts & { readonly asked: AskedBy<Query> }>> {
  const { type, id } = await route.params;
  const search = new URL(request.url).searchParams;
  const known = demandKnown(search, entityQuery, query);
  if (!known.ok) return known;
  const entity = readQuery(entityQuery, search);
  if (!entity.ok) return entity;
  const asked = readQuery(query, search);
  if (!asked.ok) return asked;
  return ok({
    namespace: entity.value.ns,
    type: unguardId(type),
    id: unguardId(id),
    axis: entity.value.axis ?? null,
    upTo: entity.value.upto ?? null,
    asked: asked.value,
  });
}
