/**
 * The names that are chosen of a facet, as they stand in the text of the query: `type:A,B` is either, `-type:A,B` is neither.
 *
 * Laws: what is chosen twice is as it was; a name is never both included and excluded; everything else of the query stays.
 */
import {
  anyOf,
  appended,
  clauseText,
  type NameTerm,
  parseQuery,
  type QueryClock,
  type Term,
  termsOf,
  type WrittenTerm,
  withoutSpan,
} from '#core';

export type FacetField = 'type' | 'entityType' | 'actor' | 'source';

/** A name of the store; null stands for events that have none. */
export type FacetName = string | null;

export interface Chosen {
  readonly included: readonly FacetName[];
  readonly excluded: readonly FacetName[];
}

/** What of a facet every event of the query meets. */
export function chosenOf(text: string, field: FacetField, clock: QueryClock): Chosen {
  const found = { included: new Set<FacetName>(), excluded: new Set<FacetName>() };
  for (const written of writtenOf(text, field, clock)) {
    // `actor:*` leaves out those without one, and `-actor:*` are these alone.
    if (isAnyone(written)) found[written.isNegated ? 'included' : 'excluded'].add(null);
    for (const name of namesOf(written)) found[written.isNegated ? 'excluded' : 'included'].add(name);
  }
  return { included: [...found.included], excluded: [...found.excluded] };
}

/** The text with the name chosen, or no longer chosen where it was. */
export function toggledFacet(
  text: string,
  field: FacetField,
  name: FacetName,
  sense: 'include' | 'exclude',
  clock: QueryClock,
): string {
  const chosen = chosenOf(text, field, clock);
  const own = sense === 'include' ? chosen.included : chosen.excluded;
  if (own.includes(name)) return without(text, field, sense, [name], clock);
  const other = sense === 'include' ? 'exclude' : 'include';
  const free = without(text, field, other, [name], clock);
  if (name === null) {
    // Who has no name is in no list of names: to be found alone, the names that were asked for go.
    const alone = sense === 'include' ? without(free, field, 'include', chosen.included, clock) : free;
    return appended(
      alone,
      clauseText(sense === 'include' ? { kind: 'not', of: anyName(field) } : anyName(field)),
    );
  }
  const room = sense === 'include' ? without(free, field, 'include', [null], clock) : free;
  return withName(room, field, name, sense, clock);
}

/** The query without what is chosen of the facet, so that what else could be chosen is seen. */
export function withoutFacet(text: string, field: FacetField, clock: QueryClock): string {
  return writtenOf(text, field, clock).toReversed().reduce(withoutSpan, text);
}

function withName(
  text: string,
  field: FacetField,
  name: string,
  sense: 'include' | 'exclude',
  clock: QueryClock,
): string {
  const term: Term = { kind: 'name', field, pattern: { pieces: [name] } };
  const isExcluded = sense === 'exclude';
  const [first, ...others] = writtenOf(text, field, clock).filter(
    (written) => written.isNegated === isExcluded && !isAnyone(written),
  );
  if (first === undefined) return appended(text, signed(isExcluded, [term]));
  // Several that stand beside each other mean all of them, which no event meets; several that are excluded may stay.
  const joined = isExcluded ? [] : others;
  const members = [first, ...joined].flatMap(({ clause }) => termsOf(clause));
  const edited = joined.toReversed().reduce(withoutSpan, text);
  return edited.slice(0, first.start) + signed(isExcluded, [...members, term]) + edited.slice(first.end);
}

function without(
  text: string,
  field: FacetField,
  sense: 'include' | 'exclude',
  names: readonly FacetName[],
  clock: QueryClock,
): string {
  const isExcluded = sense === 'exclude';
  return writtenOf(text, field, clock)
    .toReversed()
    .reduce((edited, written) => {
      if (isAnyone(written))
        return written.isNegated !== isExcluded && names.includes(null)
          ? withoutSpan(edited, written)
          : edited;
      if (written.isNegated !== isExcluded) return edited;
      const terms = termsOf(written.clause);
      const left = terms.filter((term) => {
        const name = exactName(term);
        return name === undefined || !names.includes(name);
      });
      if (left.length === terms.length) return edited;
      if (left.length === 0) return withoutSpan(edited, written);
      return edited.slice(0, written.start) + signed(isExcluded, left) + edited.slice(written.end);
    }, text);
}

const signed = (isExcluded: boolean, terms: readonly Term[]) =>
  clauseText(isExcluded ? { kind: 'not', of: anyOf(terms) } : anyOf(terms));

/** The terms of the field that every event meets, in the order of the text. */
function writtenOf(text: string, field: FacetField, clock: QueryClock): readonly WrittenTerm[] {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) return [];
  return parsed.value.terms.filter(
    ({ isTopLevel, clause }) => isTopLevel && termsOf(clause).every((term) => isOf(term, field)),
  );
}

const isOf = (term: Term, field: FacetField): term is NameTerm =>
  term.kind === 'name' && term.field === field;

const anyName = (field: FacetField): NameTerm => ({ kind: 'name', field, pattern: { pieces: ['', ''] } });

const isAnyone = ({ clause }: WrittenTerm): boolean =>
  clause.kind === 'name' &&
  clause.pattern.pieces.length > 1 &&
  clause.pattern.pieces.every((piece) => piece === '');

const namesOf = ({ clause }: WrittenTerm): readonly string[] =>
  termsOf(clause)
    .map(exactName)
    .filter((name) => name !== undefined);

/** Undefined for a pattern, which no row of a facet stands for. */
function exactName(term: Term): string | undefined {
  return term.kind === 'name' && term.pattern.pieces.length === 1 ? term.pattern.pieces[0] : undefined;
}
