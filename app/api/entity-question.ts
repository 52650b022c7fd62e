/** What every route below /api/v1/entities/{type}/{id} reads from its URL. */
import type { Axis } from '#core';
import { unguardSegment } from '#wire';

export interface EntityRoute {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
}

export interface EntityQuestionParts {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  readonly axis: Axis | null;
  readonly upTo: number | null;
  readonly search: URLSearchParams;
}

export async function entityQuestion(request: Request, route: EntityRoute): Promise<EntityQuestionParts> {
  const { type, id } = await route.params;
  const search = new URL(request.url).searchParams;
  const axis = search.get('axis');
  const upTo = search.get('upto');
  return {
    namespace: search.get('ns') ?? 'main',
    type: unguardSegment(type),
    id: unguardSegment(id),
    axis: axis === 'recorded' || axis === 'occurred' ? axis : null,
    upTo: /^[1-9]\d{0,14}$/.test(upTo ?? '') ? Number(upTo) : null,
    search,
  };
}
