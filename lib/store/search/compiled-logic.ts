/** The logic of a query as that of SQL, whatever its terms are compiled to. */
import { type Query, type Result, type Term, termsOf } from '#core';

export function compiledLogic(query: Query, termCondition: (term: Term) => string): string {
  const compiled = (part: Query): string => compiledLogic(part, termCondition);
  switch (query.kind) {
    case 'all':
      return 'true';
    case 'and':
      return `(${query.of.map(compiled).join(' AND ')})`;
    case 'or':
      return `(${query.of.map(compiled).join(' OR ')})`;
    case 'not':
      // An event without an actor is one of which "by alice" is not true.
      return `(${compiled(query.of)} IS NOT TRUE)`;
    default:
      return termCondition(query);
  }
}

/** Of the first term that has one; null: none has. */
export function firstProblem(
  query: Query,
  problemOf: (term: Term) => Result<never> | null,
): Result<never> | null {
  return (
    termsOf(query)
      .map(problemOf)
      .find((problem) => problem !== null) ?? null
  );
}
