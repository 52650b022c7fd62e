/**
 * The one canonical text of a query.
 *
 * Law: parse(queryText(q)) = q for every tree within the bounds (`limits.ts`). Times are written as instants, so that the text means
 * the same on any clock; values of one qualifier stand with commas between them; quotes stand only where something needs them.
 */
import { isTerm } from './clause.ts';
import type { Clause, Query } from './query.ts';
import { termParts, termText } from './term-text.ts';

export function queryText(query: Query): string {
  return query.kind === 'all' ? '' : clauseText(query);
}

export function clauseText(clause: Clause): string {
  switch (clause.kind) {
    case 'and':
      return clause.of.map((member) => within(member, isJoined(member))).join(' ');
    case 'or':
      return listText(clause.of) ?? clause.of.map((member) => within(member, isEither(member))).join(' OR ');
    case 'not':
      return `-${within(clause.of, isJoined(clause.of) || clause.of.kind === 'not')}`;
    default:
      return termText(clause);
  }
}

const within = (clause: Clause, inParentheses: boolean) =>
  inParentheses ? `(${clauseText(clause)})` : clauseText(clause);

const isJoined = (clause: Clause) => clause.kind === 'and' || isEither(clause);

/** An `or` that is no list binds weaker than anything around it. */
const isEither = (clause: Clause) => clause.kind === 'or' && listText(clause.of) === null;

/** `type:A,B`; null where the members are not values of one qualifier. */
function listText(members: readonly Clause[]): string | null {
  const parts = members.map((member) => (isTerm(member) ? termParts(member) : null));
  const head = parts[0]?.head ?? '';
  if (head === '' || !parts.every((part) => part !== null && part.head === head && part.value !== ''))
    return null;
  return head + parts.map((part) => part?.value).join(',');
}
