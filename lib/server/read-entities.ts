/** Which entities there are, at the head or as of a moment of the whole store. */
import { type Axis, fail, ok, parseMoment, type Result } from '#core';
import { type EntityQuery, type EntityRow, STORE_LIMITS } from '#store';
import type { App } from './app.ts';
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
  if (question.asOf === undefined || question.asOf === 'latest') return ok(base);
  const moment = parseMoment(question.asOf);
  if (!moment.ok) return moment;
  if (moment.value.kind === 'instant') return ok({ ...base, asOf: moment.value.at });
  if (moment.value.kind === 'latest') return ok(base);
  if (moment.value.kind === 'version') {
    return fail(
      'CS-112',
      `A version belongs to one stream; say an instant or a position (@81204) instead of "${question.asOf}".`,
    );
  }
  const head = (await app.store.status()).head;
  if (moment.value.position > head) {
    return fail('CS-111', `Position @${moment.value.position} is beyond the head of the log, @${head}.`);
  }
  return ok({ ...base, asOfPosition: moment.value.position });
}
