/** The text of a query, read as of now in a zone. */
import {
  type ParsedQuery,
  type Problem,
  parseQuery,
  type QueryProblem,
  type Result,
  secondsAhead,
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
