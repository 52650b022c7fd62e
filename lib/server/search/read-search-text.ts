/** The text of a query, read as of now in a zone. */
import {
  type ParsedQuery,
  type Problem,
  parseQuery,
  type QueryProblem,
  type Result,
  secondsAhead,
  type Term,
  termsOf,
} from '#core';

export interface SearchText {
  readonly namespace: string;
  readonly text: string;
  readonly zone: string;
}

/** CS-121 and CS-124: there is no such zone. CS-150, CS-151: the text is no query. */
export function readSearchText({ text, zone }: SearchText): Result<ParsedQuery, Problem | QueryProblem> {
  const known = secondsAhead(zone, 0);
  if (!known.ok) return known;
  return parseQuery(text, { now: BigInt(Date.now()) * 1_000n, zone });
}

/** CS-152 at its place: the first word of the text that holds a term which cannot be asked here. */
export function placedRefusal(
  { terms }: ParsedQuery,
  problemOf: (term: Term) => Result<never> | null,
): Extract<Result<never, QueryProblem>, { readonly ok: false }> | null {
  for (const { clause, start, end } of terms) {
    for (const term of termsOf(clause)) {
      const refused = problemOf(term);
      if (refused === null || refused.ok) continue;
      const { message } = refused.error;
      return { ok: false, error: { code: 'CS-152', message, at: start, end, suggestion: null } };
    }
  }
  return null;
}
