/**
 * From the text of a sequence to what it asks, and to where in the text each of its steps stands.
 *
 *     sequence = step, { "->", step }, { clause } ;
 *     step     = [ "no" | count, "x" ], ( types | "(", query, ")" ), [ "within", span ] ;
 *     clause   = "by", ( "entity" | "actor" | "correlation" ) | "on", ( "recorded" | "occurred" ) | "where", "(", query, ")" ;
 *     span     = count, ( "us" | "ms" | "s" | "m" | "h" | "d" | "w" ) ;
 *
 * `types` is what stands behind `type:` in a query. Laws: parse(sequenceText(s)) = s; no text makes it throw; a suggestion reads, or reads
 * farther than the text.
 */

import { LIMITS } from '../limits.ts';
import type { QueryClock } from '../query/query-clock.ts';
import { mended, type QueryProblem, type Trouble } from '../query/trouble.ts';
import { ok, type Result } from '../result.ts';
import { type ParsedSequence, SequenceReader } from './sequence-reader.ts';

/** Fails with CS-153 or CS-154; CS-150 and CS-151 for a query in parentheses. */
export function parseSequence(text: string, clock: QueryClock): Result<ParsedSequence, QueryProblem> {
  const read = readSequence(text, clock);
  if (read.ok) return read;
  const { code, message, at } = read.error;
  const suggestion = suggestionFor(text, read.error, clock);
  return {
    ok: false,
    error: { code, message, place: String(at.from), at: at.from, end: at.to, suggestion },
  };
}

function readSequence(text: string, clock: QueryClock): Result<ParsedSequence, Trouble> {
  const most = LIMITS.queryUnits;
  if (text.length > most) {
    const message = `A sequence has at most ${most} characters, and this one has ${text.length}. Leave something out.`;
    return {
      ok: false,
      error: { code: 'CS-154', at: { from: most, to: text.length }, message, mend: null },
    };
  }
  const read = new SequenceReader(text, clock).read();
  return read.ok ? ok(read.value) : read;
}

/** What was meant to help is not offered where it does not. */
function suggestionFor(text: string, { at, mend }: Trouble, clock: QueryClock): string | null {
  if (mend === null) return null;
  const suggestion = mended(text, mend);
  const read = readSequence(suggestion, clock);
  if (read.ok) return suggestion;
  return suggestion.length - read.error.at.from < text.length - at.from && read.error.code !== 'CS-154'
    ? suggestion
    : null;
}
