/** Whether a query asks what fields of entities hold or ever held: what else it asks, their last events know. */
import { termsOf } from './clause.ts';
import type { Query, Term } from './query.ts';

export function asksForStates(query: Query, of: readonly Term['kind'][] = ['state', 'was']): boolean {
  return termsOf(query).some(({ kind }) => of.includes(kind));
}

/** Whether all that it asks is told by an event as it lies in the log: not by what it says or changed, nor by what came before it. */
export function asksForEventsAlone(query: Query): boolean {
  return termsOf(query).every(
    (term) => OF_EVENTS.has(term.kind) && !(term.kind === 'is' && term.what === 'late'),
  );
}

const OF_EVENTS: ReadonlySet<Term['kind']> = new Set(['name', 'entity', 'time', 'version', 'position', 'is']);

/** Whether it asks what events changed, which is known a little later than that they are there. */
export const asksForChanges = (query: Query): boolean => asksForStates(query, ['path', 'set', 'was']);
