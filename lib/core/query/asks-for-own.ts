/** Whether a query asks for the product's own events, such as notes, which a search leaves out otherwise. */
import { NOTES_ENTITY_TYPE } from '../notes/note-events.ts';
import { termsOf } from './clause.ts';
import type { Query } from './query.ts';

/** Event types that begin so are the product's own. */
export const OWN_TYPE_PREFIX = '$';

export function asksForOwn(query: Query): boolean {
  return termsOf(query).some((term) => {
    if (term.kind === 'entity') return term.type.pieces[0] === NOTES_ENTITY_TYPE;
    if (term.kind !== 'name' || (term.field !== 'type' && term.field !== 'entityType')) return false;
    return term.pattern.pieces[0]?.startsWith(OWN_TYPE_PREFIX) === true;
  });
}
