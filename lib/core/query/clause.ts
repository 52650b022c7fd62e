/** Clauses taken apart and put together. */
import type { Clause, Query, Term } from './query.ts';

export function isTerm(query: Query): query is Term {
  return query.kind !== 'all' && query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not';
}

/** Every term of it, in order, whatever it is part of. */
export function termsOf(query: Query): readonly Term[] {
  if (query.kind === 'all') return [];
  if (query.kind === 'not') return termsOf(query.of);
  return isTerm(query) ? [query] : query.of.flatMap(termsOf);
}

/** Of one term or more. */
export function anyOf(terms: readonly Term[]): Clause {
  const [first, ...others] = terms;
  if (first === undefined) throw new TypeError('Nothing is no clause.');
  return others.length === 0 ? first : { kind: 'or', of: terms };
}
