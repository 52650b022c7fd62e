/**
 * The entities that a query finds as they were at a moment, on either axis, with the values that chosen fields had then.
 *
 * The change log answers for all whose events happened in the order of their versions. Of the others, on the occurred axis, their histories are
 * asked one by one, and of those no more for a page than a bound, behind which the page ends early.
 */
import {
  type Axis,
  asksForStates,
  fieldPointer,
  type LeafText,
  matchesQuery,
  ok,
  type Problem,
  type Query,
  type QueryProblem,
  type Result,
} from '#core';
import { type EntityMoment, type FoundEntity, HELD_ELSEWHERE, problemOfEntities } from '#store';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { type EntityThen, entityThen } from './entity-then.ts';
import { momentOfStore, momentText } from './moment-of-store.ts';
import { placedRefusal, readSearchText, type SearchText } from './read-search-text.ts';

export interface EntitiesAsked extends SearchText {
  /** An instant, `@position` or `latest`. */
  readonly asOf: string;
  readonly axis: Axis;
  readonly withRemoved: boolean;
  /** Only entities of exactly this type; notes are listed where theirs is asked for. */
  readonly type?: string;
  /** Only ids that contain this text, ASCII letters in either case. */
  readonly idContains?: string;
}

export interface EntitiesFound {
  readonly entities: readonly FoundEntity[];
  /** The key to go on after; null: that was all. */
  readonly next: { readonly entityType: string; readonly entityId: string } | null;
  readonly changedTo: bigint;
}

const MOST_HISTORIES = 500;

/** CS-110, CS-111, CS-112 for the moment; CS-121, CS-124, CS-15x for the query; CS-322: it took too long. */
export async function findEntities(
  viewer: Viewer,
  app: App,
  question: EntitiesAsked & {
    /** As {@link fieldPointer} reads them; answers name them by their pointers. */
    readonly columns: readonly string[];
    readonly after: EntitiesFound['next'];
    readonly limit: number;
  },
): Promise<Result<EntitiesFound, Problem | QueryProblem>> {
  const scope = await scopeOf(app, question);
  if (!scope.ok) return scope;
  const { limit } = question;
  const columns = question.columns.map(fieldPointer);
  const entities: FoundEntity[] = [];
  let { after } = question;
  let histories = 0;
  for (;;) {
    const asked = { ...scope.value, columns, after, limit: limit - entities.length };
    const page = await unlessTooSlow(() => app.store.foundEntities(asked));
    if (!page.ok) return page;
    const { changedTo, isMore } = page.value;
    for (const row of page.value.entities) {
      if (histories >= MOST_HISTORIES) return ok({ entities, next: after, changedTo });
      after = { entityType: row.entityType, entityId: row.entityId };
      if (!row.isReordered) entities.push(row);
      else {
        histories += 1;
        const then = await entityThen(
          viewer,
          app,
          question,
          row,
          momentText(scope.value.moment),
          scope.value.query,
        );
        if (!then.ok) return then;
        if (matchesQuery(scope.value.query, then.value))
          entities.push({ ...row, values: valuesOf(then.value, columns) });
      }
    }
    if (!isMore) return ok({ entities, next: null, changedTo });
    if (entities.length >= limit) return ok({ entities, next: after, changedTo });
  }
}

/** Exactly how many. */
export async function countEntitiesFound(
  viewer: Viewer,
  app: App,
  question: EntitiesAsked,
): Promise<Result<number, Problem | QueryProblem>> {
  const scope = await scopeOf(app, question);
  if (!scope.ok) return scope;
  if (scope.value.axis === 'recorded' || !asksForStates(scope.value.query))
    return unlessTooSlow(() => app.store.countFoundEntities(scope.value));
  let count = 0;
  let after: EntitiesFound['next'] = null;
  do {
    const page: Result<EntitiesFound, Problem | QueryProblem> = await findEntities(viewer, app, {
      ...question,
      columns: [],
      after,
      limit: 1_000,
    });
    if (!page.ok) return page;
    count += page.value.entities.length;
    after = page.value.next;
  } while (after !== null);
  return ok(count);
}

interface Scope extends Pick<EntitiesAsked, 'namespace' | 'axis' | 'withRemoved' | 'type' | 'idContains'> {
  readonly query: Query;
  readonly moment: EntityMoment;
}

async function scopeOf(app: App, question: EntitiesAsked): Promise<Result<Scope, Problem | QueryProblem>> {
  const read = readSearchText(question);
  if (!read.ok) return read;
  const refused = placedRefusal(read.value, problemOfEntities);
  if (refused !== null) return refused;
  const moment = await momentOfStore(app, question.asOf);
  if (!moment.ok) return moment;
  const { namespace, axis, withRemoved, type, idContains } = question;
  return ok({
    ...{ namespace, axis, withRemoved, query: read.value.query, moment: moment.value },
    ...(type === undefined ? {} : { type }),
    ...(idContains === undefined ? {} : { idContains }),
  });
}

function valuesOf({ state }: EntityThen, columns: readonly string[]): FoundEntity['values'] {
  return columns.flatMap((path): FoundEntity['values'] => {
    if ([...state.keys()].some((leaf) => leaf.startsWith(`${path}/`))) return [{ path, ...HELD_ELSEWHERE }];
    const value: LeafText['text'] | undefined = state.get(path);
    return value === undefined ? [] : [{ path, value, isCut: false }];
  });
}
