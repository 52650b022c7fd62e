/**
 * From the text of a query to its tree, and to where in the text each of its terms stands.
 *
 * Laws: parse(queryText(q)) = q; no text makes it throw; it takes time linear in the text; a suggestion reads, or reads farther than the text.
 */
import type { Result } from '../result.ts';
import type { QueryClock } from './query-clock.ts';
import { type ParsedQuery, readQuery } from './read-query.ts';
import { mended, type QueryProblem, type Trouble } from './trouble.ts';

/** Fails with CS-150 or CS-151. */
export function parseQuery(text: string, clock: QueryClock): Result<ParsedQuery, QueryProblem> {
  const read = readQuery(text, clock);
  return read.ok ? read : { ok: false, error: problemOf(text, read.error, clock) };
}

function problemOf(text: string, error: Trouble, clock: QueryClock): QueryProblem {
  const { code, message, at } = error;
  const suggestion = suggestionFor(text, error, clock);
  return { code, message, place: String(at.from), at: at.from, end: at.to, suggestion };
}

/** What was meant to help is not offered where it does not. */
function suggestionFor(text: string, { at, mend }: Trouble, clock: QueryClock): string | null {
  if (mend === null) return null;
  const suggestion = mended(text, mend);
  const read = readQuery(suggestion, clock);
  if (read.ok) return suggestion;
  const isFarther = suggestion.length - read.error.at.from < text.length - at.from;
  return isFarther && read.error.code === 'CS-150' ? suggestion : null;
}
