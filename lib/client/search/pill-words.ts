/** A term of a query as a few words: `actor is tove.lind`, `not type OrderPlaced`, `changed /status`. */
import { type IsTerm, type Pattern, type Term, termParts, termsOf, type WrittenTerm } from '#core';
import { MARK_WORDS } from '../wording/mark-words.ts';
import { rangeWords } from './range-words.ts';

export interface PillWords {
  readonly lead: string;
  /** What was written of the store's own; empty: the lead says it all. */
  readonly value: string;
}

/** `written`: the term as it stands in the text, for a time that is meant as seen from now. */
export function pillWords(
  { clause, isNegated }: Pick<WrittenTerm, 'clause' | 'isNegated'>,
  written: { readonly text: string; readonly isFromNow: boolean },
  zone: string,
): PillWords {
  const terms = termsOf(clause);
  const [first, ...others] = terms;
  if (first === undefined) throw new TypeError('A term that is written says something.');
  if (others.length === 0 && first.kind === 'name' && isAnything(first))
    return { lead: `${isNegated ? 'without' : 'with'} ${NAMES[first.field]}`, value: '' };
  const said = first.kind === 'is' ? terms.map(leadOf).join(' or ') : leadOf(terms.find(hasId) ?? first);
  const lead = isNegated ? `not ${said.replace(/ is$/, '')}` : said;
  if (written.isFromNow) return { lead, value: written.text.slice(written.text.indexOf(':') + 1) };
  const values = [fieldText(first) + valueText(first, zone), ...others.map((term) => valueText(term, zone))];
  return { lead, value: first.kind === 'is' ? '' : values.join(' or ') };
}

export const pillText = ({ lead, value }: PillWords): string => (value === '' ? lead : `${lead} ${value}`);

const NAMES = {
  entityType: 'an entity type',
  entityId: 'an id',
  type: 'a type',
  actor: 'an actor',
  source: 'a source',
  correlation: 'a correlation',
  causation: 'a causation',
} as const;

const isAnything = ({ pattern }: Extract<Term, { readonly kind: 'name' }>) =>
  pattern.pieces.length > 1 && pattern.pieces.every((piece) => piece === '');

const hasId = (term: Term) => term.kind === 'entity' && term.id !== null;

function leadOf(term: Term): string {
  switch (term.kind) {
    case 'name':
      return `${NAMES[term.field].replace(/^an? /, '')} is`;
    case 'entity':
      return term.id === null ? 'entity type is' : 'entity is';
    case 'time':
      return term.axis;
    case 'version':
    case 'position':
      return `${term.kind} is`;
    case 'path':
      return 'changed';
    case 'set':
      return 'set';
    case 'was':
      return 'was ever';
    case 'state':
      return 'state';
    case 'payload':
      return term.op === 'exists' ? 'payload has' : 'payload';
    case 'is':
      return IS_LEADS[term.what];
    default:
      return 'says';
  }
}

const IS_LEADS: Readonly<Record<IsTerm['what'], string>> = {
  removed: 'removed',
  late: 'late',
  outOfOrder: 'out of order',
  inexact: 'inexact',
  ...MARK_WORDS,
};

/** What stands before the value of a field, with blanks around the comparison; empty where there is no field. */
function fieldText(term: Term): string {
  if (term.kind !== 'set' && term.kind !== 'was' && term.kind !== 'state' && term.kind !== 'payload')
    return '';
  const { head } = termParts(term);
  const field = head.slice(term.kind.length + 1);
  return term.op === 'exists' ? field : `${field.slice(0, -term.op.length)} ${term.op} `;
}

function valueText(term: Term, zone: string): string {
  switch (term.kind) {
    case 'time':
      return rangeWords(term, zone);
    case 'version':
    case 'position': {
      const { from, to } = term;
      if (from === null) return `at most ${to}`;
      return to === null ? `at least ${from}` : from === to ? String(from) : `from ${from} to ${to}`;
    }
    case 'text':
      return `“${term.text}${term.isPrefix ? '…' : ''}”`;
    case 'name':
      return nameOf(term.pattern) ?? termParts(term).value;
    case 'entity': {
      const type = nameOf(term.type);
      const id = term.id === null ? '' : nameOf(term.id);
      if (type === null || id === null) return termParts(term).value;
      return term.id === null ? type : `${type}/${id}`;
    }
    default:
      return termParts(term).value;
  }
}

/** As it is in the store, without the quotes that the language needs; null for a pattern, and for the empty name. */
function nameOf({ pieces }: Pattern): string | null {
  return pieces.length === 1 ? pieces[0] || null : null;
}
