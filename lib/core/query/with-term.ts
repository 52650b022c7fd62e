/**
 * A term put into a text, as a click on a value does, or the opposite of it. What the text says of the same term gives way.
 *
 * Law: whatever the new text finds meets the term where it is included, and does not where it is excluded.
 */
import { appended } from './appended.ts';
import { anyOf, termsOf } from './clause.ts';
import { withoutSpan } from './edit-spans.ts';
import type { Clause, Term } from './query.ts';
import type { QueryClock } from './query-clock.ts';
import { clauseText } from './query-text.ts';
import { readQuery, type WrittenTerm } from './read-query.ts';
import { termText } from './term-text.ts';

/** A text that does not read is left as it is, with the term behind it. */
export function withTerm(text: string, term: Term, sense: 'include' | 'exclude', clock: QueryClock): string {
  const isExcluded = sense === 'exclude';
  const written = signed(isExcluded, term);
  const read = readQuery(text, clock);
  const top = read.ok ? read.value.terms.filter(({ isTopLevel }) => isTopLevel) : [];
  const saying = top.filter(({ clause }) => termsOf(clause).some((member) => isSame(member, term)));
  const isSaid = saying.some(
    ({ isNegated, clause }) => isNegated === isExcluded && (isExcluded || clause.kind !== 'or'),
  );
  const opposites = saying.filter(({ isNegated }) => isNegated !== isExcluded);
  if (opposites.length === 0) return isSaid ? text : appended(text, written);
  return replaced(text, opposites, term, isSaid ? null : written);
}

/** From the last to the first, so that the spans before them stay what they are. */
function replaced(
  text: string,
  opposites: readonly WrittenTerm[],
  term: Term,
  written: string | null,
): string {
  let edited = text;
  let place = written;
  for (const { clause, start, end, isNegated } of opposites.toReversed()) {
    const [first, ...others] = termsOf(clause).filter((member) => !isSame(member, term));
    if (first === undefined && place === null) edited = withoutSpan(edited, { start, end });
    else {
      const instead = first === undefined ? place : signed(isNegated, anyOf([first, ...others]));
      edited = edited.slice(0, start) + instead + edited.slice(end);
      if (first === undefined) place = null;
    }
  }
  return place === null ? edited : appended(edited, place);
}

const signed = (isNegated: boolean, clause: Clause) =>
  clauseText(isNegated ? { kind: 'not', of: clause } : clause);

const isSame = (one: Term, other: Term) => termText(one) === termText(other);
