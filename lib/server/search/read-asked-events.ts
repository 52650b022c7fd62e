/** What is asked of the events of a namespace: the text of a query, and the moment up to which they count. */
import type { Axis, Clause, Problem, Query, QueryProblem, Result } from '#core';
import { ok } from '#core';
import { type EntityMoment, problemOfEvents } from '#store';
import type { App } from '../app.ts';
import { momentOfStore } from './moment-of-store.ts';
import { placedRefusal, readSearchText, type SearchText } from './read-search-text.ts';

export interface AskedEvents extends SearchText {
  /** A moment of the store, as written; default: the newest. */
  readonly asOf?: string;
  /** The clock that an instant is meant on; default: recorded. */
  readonly asOfAxis?: Axis;
}

/**
 * CS-121 and CS-124: there is no such zone. CS-150, CS-151: the text is no query. CS-152: events cannot be asked it. CS-110, CS-111, CS-112: the moment is none of this store.
 *
 * Law: what is found as of T is what the query finds of the events whose clock on the axis is at most T.
 */
export async function readAskedEvents(
  app: Pick<App, 'store'>,
  question: AskedEvents,
): Promise<Result<Query, Problem | QueryProblem>> {
  const read = readSearchText(question);
  if (!read.ok) return read;
  const refused = placedRefusal(read.value, problemOfEvents);
  if (refused !== null) return refused;
  const moment = await momentOfStore(app, question.asOf ?? 'latest');
  if (!moment.ok) return moment;
  return ok(upTo(read.value.query, moment.value, question.asOfAxis ?? 'recorded'));
}

/** What the query asks, of the events that were known at the moment. */
export function upTo(query: Query, moment: EntityMoment, axis: Axis): Query {
  if (moment.at === 'head') return query;
  const known: Clause =
    moment.at === 'position'
      ? { kind: 'position', from: null, to: moment.position }
      : { kind: 'time', axis, from: null, to: moment.instant + 1n };
  if (query.kind === 'all') return known;
  // At the top, where the store looks for times that narrow it down.
  return { kind: 'and', of: query.kind === 'and' ? [...query.of, known] : [query, known] };
}
