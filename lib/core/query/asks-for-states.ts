/** Whether a query asks what fields of entities hold or ever held: what else it asks, their last events know. */
import { termsOf } from './clause.ts';
import type { Query, Term } from './query.ts';

export function asksForStates(query: Query, of: readonly Term['kind'][] = ['state', 'was']): boolean {
  return termsOf(query).some(({ kind }) => of.includes(kind));
}
