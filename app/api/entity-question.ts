/** What every route below /api/v1/entities/{type}/{id} reads from its URL. */
import { type Axis, fail, ok, type Result } from '#core';
import { unguardId } from '#wire';

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

/** Errors: CS-114 for an axis or `upto` that is none: an answer to another question than the asked one would be worse than none. */
export async function entityQuestion(
  request: Request,
  route: EntityRoute,
): Promise<Result<EntityQuestionParts & { readonly search: URLSearchParams }>> {
  const { type, id } = await route.params;
  const search = new URL(request.url).searchParams;
  const axis = search.get('axis');
  if (axis !== null && axis !== 'recorded' && axis !== 'occurred') {
    return fail('CS-114', `axis is "recorded" or "occurred", not "${axis}".`);
  }
  const upTo = search.get('upto');
  if (upTo !== null && !/^[1-9]\d{0,14}$/.test(upTo)) {
    return fail('CS-114', `upto is a version, a whole number from 1, not "${upTo}".`);
  }
  return ok({
    namespace: search.get('ns') ?? 'main',
    type: unguardId(type),
    id: unguardId(id),
    axis,
    upTo: upTo === null ? null : Number(upTo),
    search,
  });
}
