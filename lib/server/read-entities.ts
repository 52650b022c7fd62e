/** Which entities there are, at the head or as of a moment of the whole store. */
import { type Axis, ok, type Result } from '#core';
import { type EntityQuery, type EntityRow, STORE_LIMITS } from '#store';
import type { App } from './app.ts';
import { momentOfStore } from './search/moment-of-store.ts';
import type { Viewer } from './viewer.ts';

export interface EntitiesQuestion {
  readonly namespace: string;
  readonly type?: string;
  readonly idContains?: string;
  readonly idStarts?: string;
  /** Words, each of which is in the type and the id written as `type/id`. */
  readonly nameContains?: string;
  /** An instant, `@position` or `latest`; a version means nothing across streams. */
  readonly asOf?: string;
  readonly axis?: Axis;
  readonly withRemoved?: boolean;
}

export interface EntityPage {
  readonly rows: readonly EntityRow[];
  /** The key to go on after; null: that was all. */
  readonly next: { readonly entityType: string; readonly entityId: string } | null;
}

/** A page of at most `limit` rows; of fewer where `limit` is more than the store gives at once. */
export async function listEntities(
  _viewer: Viewer,
  app: App,
  question: EntitiesQuestion & { readonly after?: EntityQuery['after']; readonly limit: number },
): Promise<Result<EntityPage>> {
  const scope = await scopeOf(app, question);
  if (!scope.ok) return scope;
  // One row more than the page has says whether another page follows; the store gives no more than its own bound.
  const limit = Math.min(question.limit, STORE_LIMITS.pageEntities - 1);
  const found = await app.store.entities({
    ...scope.value,
    limit: limit + 1,
    ...(question.after === undefined ? {} : { after: question.after }),
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return ok({ rows, next: more ? { entityType: last.entityType, entityId: last.entityId } : null });
}

export async function countEntities(
  _viewer: Viewer,
  app: App,
  question: EntitiesQuestion,
): Promise<Result<number>> {
  const scope = await scopeOf(app, question);
  return scope.ok ? ok(await app.store.countEntities(scope.value)) : scope;
}

async function scopeOf(
  app: App,
  question: EntitiesQuestion,
): Promise<Result<Omit<EntityQuery, 'after' | 'limit'>>> {
  const base = {
    namespace: question.namespace,
    axis: question.axis ?? 'recorded',
    withRemoved: question.withRemoved ?? false,
    ...(question.type === undefined ? {} : { type: question.type }),
    ...(question.idContains === undefined ? {} : { idContains: question.idContains }),
    ...(question.idStarts === undefined ? {} : { idStarts: question.idStarts }),
    ...(question.nameContains === undefined ? {} : { nameContains: question.nameContains }),
  } as const;
  const moment = await momentOfStore(app, question.asOf ?? 'latest');
  if (!moment.ok) return moment;
  switch (moment.value.at) {
    case 'head':
      return ok(base);
    case 'instant':
      return ok({ ...base, asOf: moment.value.instant });
    case 'position':
      return ok({ ...base, asOfPosition: moment.value.position });
  }
}
