/** What is asked of the events of a namespace, and how the server is asked it. */
import type { Axis } from '#core';
import {
  encodeFoundPlace,
  type FoundEventAnswer,
  type FoundPageAnswer,
  type FoundSummaryAnswer,
  type ProblemJson,
  type ResultSort,
  readFoundPage,
  readFoundSummary,
  readProblem,
  type SearchView,
} from '#wire';
import { askServer } from '../ask-server.ts';
import { microsOf } from './micros-of.ts';

export interface FoundQuestion {
  readonly namespace: string;
  readonly text: string;
  /** In which times without one are meant. */
  readonly zone: string;
  /** The moment up to which events count; null: now. */
  readonly asOf: { readonly moment: string; readonly axis: Axis } | null;
  readonly sort: ResultSort;
  readonly direction: 'desc' | 'asc';
  /** Whether it is waited for, although it was told that it takes long. */
  readonly isPatient?: boolean;
}

/** What an address asks; `local` is said by who knows the zone. */
export function questionOf(view: SearchView): Omit<FoundQuestion, 'zone'> {
  const { namespace, text, sort, direction, asOf, axis } = view;
  return { namespace, text, sort, direction, asOf: asOf === null ? null : { moment: asOf, axis } };
}

/** Where a page begins: behind a place, or in front of it, which is asked in the other direction. */
export interface PagePlace {
  /** null: at the end from which the order begins. */
  readonly after: string | null;
  readonly isBack: boolean;
}

export const PAGE_ROWS = 100;
/** Found events that are counted at once, where not all of them are known; more of them take a while. */
export const FIRST_COUNTED = 1_000;

/** The server answered, and will answer the same again: the question has to be another one. */
export class SearchRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** In UTF-16 units of the query; null: it is none of its words that was refused. */
    readonly place: { readonly at: number; readonly end: number } | null,
  ) {
    super(message);
  }
}

/** Rejects with a {@link SearchRefusal}, or where there is no answer. */
export async function askFoundPage(
  { namespace, text, zone, asOf, sort, direction, isPatient }: FoundQuestion,
  { after, isBack }: PagePlace,
  signal: AbortSignal,
  limit = PAGE_ROWS,
): Promise<FoundPageAnswer> {
  const dir = isBack === (direction === 'asc') ? 'desc' : 'asc';
  const query = {
    ns: namespace,
    q: text,
    zone,
    ...upTo(asOf),
    sort,
    dir,
    ...waits(isPatient),
    limit: String(limit),
  };
  return readFoundPage(await ask('', after === null ? query : { ...query, after }, signal));
}

/** Rejects in the same way. */
export async function askFoundSummary(
  { namespace, text, zone, asOf, isPatient }: Omit<FoundQuestion, 'sort' | 'direction'>,
  axis: Axis,
  signal: AbortSignal,
  /** Where it is not known of all, so many are counted; null: as many as ever are. */
  most: number | null = null,
): Promise<FoundSummaryAnswer> {
  const counted: Readonly<Record<string, string>> = most === null ? {} : { most: String(most) };
  const query = { ns: namespace, q: text, zone, ...upTo(asOf), axis, ...waits(isPatient), ...counted };
  return readFoundSummary(await ask('/summary', query, signal));
}

const waits = (isPatient = false): Readonly<Record<string, string>> => (isPatient ? { wait: 'long' } : {});

/** The place of an event in the order of the question. */
export function placeOf(sort: ResultSort, event: FoundEventAnswer): string {
  const position = BigInt(event.position);
  if (sort === 'position') return placeInLog(position);
  return encodeFoundPlace({
    at: microsOf(sort === 'recorded' ? event.recordedAt : event.occurredAt),
    position,
  });
}

/** The place of a position in the order of the log. */
export const placeInLog = (position: bigint): string => encodeFoundPlace({ at: position, position });

/** As the API takes it. An instant that is meant on the other clock than the one that counts is never asked for: an address has one axis. */
export const upTo = (asOf: FoundQuestion['asOf']): Readonly<Record<string, string>> =>
  asOf === null ? {} : { as_of: asOf.moment, axis: asOf.axis };

async function ask(
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await askServer(`/api/v1/events${path}?${new URLSearchParams(query)}`, { signal });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const { code, detail, at, end } = problemOf(answer, response.status);
  const place = at === undefined || end === undefined ? null : { at, end };
  throw code === null ? new Error(detail) : new SearchRefusal(code, detail, place);
}

function problemOf(
  answer: unknown,
  status: number,
): Pick<ProblemJson, 'detail' | 'at' | 'end'> & { readonly code: string | null } {
  try {
    return readProblem(answer);
  } catch {
    return { code: null, detail: `The events could not be looked up (${status}).` };
  }
}
