/** The events of a namespace that a query finds, and what is to be said of all of them. */
import { type Axis, formatInstant, ok, type Problem, type QueryProblem, type Result } from '#core';
import type { FoundEvent, FoundPlace, NameKind, SearchClock } from '#store';
import { encodeFoundPlace, type FoundPageAnswer, type FoundSummaryAnswer, type NamesAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { foundEventAnswer } from './found-event-answer.ts';
import { type AskedEvents, readAskedEvents } from './read-asked-events.ts';

export interface EventsQuestion extends AskedEvents {
  readonly sort: SearchClock;
  readonly direction: 'asc' | 'desc';
  readonly after: FoundPlace | null;
  readonly limit: number;
  /** Waits, however long it takes; left out: what would take long is not begun (CS-324). */
  readonly isPatient?: boolean;
}

/** CS-110 to CS-112, CS-150 and CS-151: see readAskedEvents. CS-152: events cannot be asked this. CS-322: it took too long. CS-324: it would take long. */
export async function findEvents(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: EventsQuestion,
): Promise<Result<FoundPageAnswer, Problem | QueryProblem>> {
  const { namespace, sort, direction, after, limit, isPatient = false } = question;
  const read = await readAskedEvents({ store }, question);
  if (!read.ok) return read;
  const asked = { namespace, query: read.value, sort, direction, after, limit, isPatient };
  const [head, page] = await Promise.all([
    store.readModels.head(),
    unlessTooSlow(() => store.foundPage(asked)),
  ]);
  if (!page.ok) return page;
  const { events, isMore, searchedTo } = page.value;
  const last = events.at(-1);
  const next =
    isMore && last !== undefined
      ? encodeFoundPlace({ at: clockOf(last, sort), position: last.position })
      : null;
  return ok({
    events: events.map(foundEventAnswer),
    next,
    searchedTo: String(searchedTo),
    // What came in between is seen too.
    head: String(head > searchedTo ? head : searchedTo),
  });
}

function clockOf(event: FoundEvent, sort: SearchClock): bigint {
  if (sort === 'position') return event.position;
  return sort === 'recorded' ? event.recordedAt : event.occurredAt;
}

/** The same errors. */
export async function summariseEvents(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: AskedEvents & {
    readonly axis: Axis;
    /** Where it is not known of all, so many are counted; left out: as many as ever are. */
    readonly most?: number;
    readonly isPatient?: boolean;
  },
): Promise<Result<FoundSummaryAnswer, Problem | QueryProblem>> {
  const read = await readAskedEvents({ store }, question);
  if (!read.ok) return read;
  const head = await store.readModels.head();
  const { namespace, axis, zone, most, isPatient = false } = question;
  const asked = {
    namespace,
    query: read.value,
    axis,
    zone,
    isPatient,
    ...(most === undefined ? {} : { most }),
  };
  const found = await unlessTooSlow(() => store.foundSummary(asked));
  if (!found.ok) return found;
  const { events, of, counts, width, clock, facets, searchedTo } = found.value;
  return ok({
    events,
    of,
    counts: counts.map(({ at, events: counted }) => ({ at: formatInstant(at), events: counted })),
    width: String(width),
    clock,
    facets: {
      type: facetOf(facets.type),
      entityType: facetOf(facets.entityType),
      actor: facetOf(facets.actor),
      source: facetOf(facets.source),
    },
    searchedTo: String(searchedTo),
    head: String(head),
  });
}

type FacetAnswer = FoundSummaryAnswer['facets']['type'];

function facetOf(
  facet: {
    readonly names: readonly { readonly name: string | null; readonly events: number }[];
    readonly all: number;
    readonly newest: number | null;
  } | null,
): FacetAnswer {
  return facet === null ? null : { ...facet, names: [...facet.names] };
}

const SHOWN_NAMES = 50;

export async function listNames(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: { readonly namespace: string; readonly of: NameKind; readonly text: string },
): Promise<NamesAnswer> {
  const names = await store.names(question.namespace, question.of, question.text, SHOWN_NAMES + 1);
  return { names: names.slice(0, SHOWN_NAMES), isMore: names.length > SHOWN_NAMES };
}

/** Exactly how many there are, however long that takes. CS-11x, CS-121, CS-124, CS-15x as above. */
export async function countFound(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: AskedEvents,
): Promise<Result<number, Problem | QueryProblem>> {
  const read = await readAskedEvents({ store }, question);
  return read.ok ? store.countFound({ namespace: question.namespace, query: read.value }) : read;
}
