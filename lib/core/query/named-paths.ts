/** The fields of changes that a query speaks of, wherever in it they stand. */
import { termsOf } from './clause.ts';
import type { PathPattern, Query } from './query.ts';

/** What is true of a state or of a payload is no change that an event made. */
export function namedPaths(query: Query): readonly PathPattern[] {
  return termsOf(query).flatMap((term) =>
    term.kind === 'path' || term.kind === 'set' || term.kind === 'was' ? [term.path] : [],
  );
}
