/** Whether a query asks what fields of entities hold or ever held: what else it asks, their last events know. */
import { termsOf } from './clause.ts';
import type { Query, Term } from './query.ts';

export function asksForStates(query: Query, of: readonly Term['kind'][] = ['state', 'was']): boolean {
  return termsOf(query).some(({ kind }) => of.includes(kind));
}

/** Whether it asks more than an event by itself is: what it says or changed, or what became of its entity. */
export const asksInside = (query: Query): boolean =>
  asksForStates(query, ['path', 'set', 'was', 'payload', 'text', 'state']);

/** Whether it asks what events changed, which is known a little later than that they are there. */
export const asksForChanges = (query: Query): boolean => asksForStates(query, ['path', 'set', 'was']);
