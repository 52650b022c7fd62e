/** The text of a sequence, read as of now in a zone. */
import {
  type ParsedSequence,
  type Problem,
  parseSequence,
  type QueryProblem,
  type Result,
  secondsAhead,
} from '#core';
import type { SearchText } from './read-search-text.ts';

/** CS-121 and CS-124: there is no such zone. CS-150, CS-151, CS-153, CS-154: the text is no sequence. */
export function readSequenceText({ text, zone }: SearchText): Result<ParsedSequence, Problem | QueryProblem> {
  const known = secondsAhead(zone, 0);
  if (!known.ok) return known;
  return parseSequence(text, { now: BigInt(Date.now()) * 1_000n, zone });
}
