/** What the answer to a query has to be known by: the states of entities, what events changed, or no more than the events. */
import { termsOf } from './clause.ts';
import { isOfMark } from './is-words.ts';
import type { Query, Term } from './query.ts';

/** Whether it asks what fields of entities hold or ever held: what else it asks, their last events know. */
export function asksForStates(query: Query, of: readonly Term['kind'][] = ['state', 'was']): boolean {
  return termsOf(query).some(({ kind }) => of.includes(kind));
}

/** Whether it asks what events changed, or how they were folded, which is known a little later than that they are there. */
export function asksForChanges(query: Query): boolean {
  return termsOf(query).some((term) => OF_CHANGES.has(term.kind) || isOfMark(term));
}

/** Whether all that it asks is told by an event as it lies in the log: not by what it says or changed, nor by what came before it. */
export function asksForEventsAlone(query: Query): boolean {
  return termsOf(query).every(
    (term) => OF_EVENTS.has(term.kind) && !(term.kind === 'is' && term.what === 'late') && !isOfMark(term),
  );
}

const OF_CHANGES: ReadonlySet<Term['kind']> = new Set(['path', 'set', 'was']);
const OF_EVENTS: ReadonlySet<Term['kind']> = new Set(['name', 'entity', 'time', 'version', 'position', 'is']);
