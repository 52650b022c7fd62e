/**
 * A query as a condition over rows `k` of what searches walk; every word of it is a parameter.
 *
 * Law: the rows that it holds for are those of the events of which core's `matchesQuery` is true, in the namespace of the names. Where a
 * value is too long for the change log, only the beginning of it can be asked for by a pattern.
 */
import {
  type EntityTerm,
  fail,
  isOfMark,
  type MarkTerm,
  ok,
  type PlaceTerm,
  type Query,
  type Range,
  type Result,
  type Term,
  termsOf,
} from '#core';
import { isHoldable } from '../read-models/holdable-text.ts';
import type { Binder } from './binder.ts';
import { compiledLogic, firstProblem } from './compiled-logic.ts';
import { type Beside, isIn } from './is-in.ts';
import { likeOf, regexOfPath } from './like-pattern.ts';
import { isShared, type Named, type Names, type SharedField } from './names.ts';
import { hasFewPaths, payloadCondition } from './payload-condition.ts';
import { textCondition, textParts } from './text-condition.ts';
import { valueCondition } from './value-condition.ts';

export interface SearchCondition {
  /** What rows are found by. */
  readonly cheap: string;
  /** What found events have to be read for, and is better asked of few of them; null: nothing. */
  readonly dear: string | null;
}

/**
 * `asksIndex` false: events that have to be read are not looked up in the index of words before.
 *
 * CS-152: a term that events cannot be asked for, or a path of too many stars.
 */
export function conditionOf(query: Query, to: Compiling, asksIndex: boolean): Result<SearchCondition> {
  const problem = firstProblem(query, problemOfEvents);
  if (problem !== null) return problem;
  const cheap: string[] = ['true'];
  const dear: string[] = [];
  for (const member of membersOf(query)) {
    if (member.kind !== 'text') cheap.push(compiled(member, to));
    else {
      const { index, reading } = textParts(member, to, asksIndex);
      if (index !== null) cheap.push(index);
      if (reading !== null) dear.push(reading);
    }
  }
  return ok({ cheap: `(${cheap.join(' AND ')})`, dear: dear.length === 0 ? null : dear.join(' AND ') });
}

export interface Compiling extends Beside {
  readonly namespace: string;
  readonly names: Names;
  /** Of a term that asks for something in payloads, the only types that can have it, where that is known. */
  readonly typesWith?: ReadonlyMap<Query, readonly number[]>;
}

/** All that has to be true at once. */
export const membersOf = (query: Query): readonly Query[] => (query.kind === 'and' ? query.of : [query]);

/** The condition in two parts, for who walks rows in the order of a page and may stop soon. */
export interface WalkedQuery {
  /** What the rows know themselves, or an index of few of them. */
  readonly ofRow: readonly Query[];
  /** What is looked up for a row. */
  readonly within: readonly Query[];
}

export function walkedQuery(query: Query): WalkedQuery {
  const members = membersOf(query);
  const looksInside = (member: Query): boolean =>
    termsOf(member).some((term) => INSIDE.has(term.kind) || isOfMark(term));
  return {
    ofRow: members.filter((member) => !looksInside(member)),
    within: members.filter(looksInside),
  };
}

/** Terms of what an event says or changed, which stands in tables beside it, as does how it was folded. */
const INSIDE: ReadonlySet<Term['kind']> = new Set(['path', 'set', 'was', 'payload', 'text']);

/** Why events cannot be asked this term; null: they can. */
export function problemOfEvents(term: Term): Result<never> | null {
  if (term.kind === 'state') return fail('CS-152', STATE_OF_EVENTS);
  return term.kind === 'payload' && !hasFewPaths(term.path) ? fail('CS-152', TOO_MANY_PATHS) : null;
}

const STATE_OF_EVENTS =
  'state: asks for the state of entities at a moment, which a list of events does not have. Ask with set: for the events that gave a field a value, or look among the entities.';
const TOO_MANY_PATHS =
  'This path into the payload has too many steps that may be read in two ways (* or a number). Name more of its steps.';

export function compiled(query: Query, to: Compiling): string {
  return compiledLogic(query, (term) => termCondition(term, to));
}

function termCondition(term: Term, to: Compiling): string {
  const { names, bind } = to;
  switch (term.kind) {
    case 'name':
      return isShared(term.field)
        ? among(COLUMNS[term.field], names.terms.get(term) ?? null, 'integer', bind, () =>
            termsLike(term.field, term.pattern, to),
          )
        : nameCondition(term.field, term.pattern, term, to);
    case 'entity':
      return entityCondition(term, to);
    case 'time':
      return rangeCondition(term.axis === 'occurred' ? 'k.occurred_at' : 'k.recorded_at', '<', term, bind);
    case 'version':
    case 'position':
      return rangeCondition(`k.${term.kind}`, '<=', term, bind);
    case 'path':
      return isIn('change c', ['position'], ofPaths(term, to), to);
    case 'set':
      return isIn('change c', ['position'], `${ofPaths(term, to)} AND ${valueCondition(term, bind)}`, to);
    case 'was':
      return isIn('change c', ['stream_id'], `${ofPaths(term, to)} AND ${valueCondition(term, bind)}`, to);
    case 'payload':
      return isIn('listed_event p', ['type_id', 'position'], inPayload(term, to), to);
    case 'is':
      return isOfMark(term) ? markCondition(term, to) : FLAGS[term.what];
    case 'text':
      return textCondition(term, to);
    case 'state':
      throw new Error('A list of events has no state.');
  }
}

function inPayload(term: PlaceTerm, { bind, typesWith }: Compiling): string {
  const types = typesWith?.get(term);
  const holds = payloadCondition(term, bind);
  return types === undefined ? holds : `p.type_id = ANY(${bind(types, 'integer[]')}) AND ${holds}`;
}

const COLUMNS: Readonly<Record<SharedField, string>> = {
  entityType: 'k.entity_type_id',
  type: 'k.type_id',
  actor: 'k.actor_id',
  source: 'k.source_id',
};

const FLAGS = { removed: 'k.is_removed', late: 'k.is_late', outOfOrder: 'k.is_out_of_order' } as const;

/**
 * An event has one mark at most, which lies under its position: PostgreSQL may look for it row by row or begin with the marks, whichever are fewer,
 * also where it is the absence of a mark that is asked for.
 */
function markCondition({ what }: MarkTerm, { bind, byRow = false }: Compiling): string {
  const ofKind = what === 'inexact' ? '' : ` AND m.kind = ${bind(what, 'text')}`;
  return `(EXISTS (SELECT FROM event_mark m WHERE m.position = k.position${ofKind}${byRow ? ' OFFSET 0' : ''}))`;
}

/**
 * null: too many to name, so that they are asked for by a question within the question. One alone is said to be equal, because the rows of an
 * index that begins with the column are in the order of a clock for one name and for no list of them, not even for a list of one.
 */
function among(
  column: string,
  named: Named,
  type: 'integer' | 'bigint',
  bind: Binder['bind'],
  within: () => string,
): string {
  if (named === null) return `(${column} IN (${within()}))`;
  const [one, ...others] = named;
  if (one === undefined) return 'false';
  if (others.length === 0) return `(${column} = ${bind(one, type)})`;
  return `(${column} = ANY(${bind(named, `${type}[]`)}))`;
}

function termsLike(field: string, pattern: EntityTerm['type'], { namespace, bind }: Compiling): string {
  return `SELECT id FROM term WHERE namespace = ${bind(namespace, 'text')} AND kind = ${bind(field, 'text')}
    AND text LIKE ${bind(likeOf(pattern), 'text')}`;
}

function nameCondition(
  field: 'entityId' | 'correlation' | 'causation',
  pattern: EntityTerm['type'],
  term: Term,
  to: Compiling,
): string {
  const { names, namespace, bind } = to;
  if (field === 'entityId') {
    const within = () =>
      `SELECT s.id FROM stream s WHERE s.namespace = ${bind(namespace, 'text')} AND s.entity_id LIKE ${bind(likeOf(pattern), 'text')}`;
    return among('k.stream_id', names.streams.get(term) ?? null, 'bigint', bind, within);
  }
  if (!pattern.pieces.every(isHoldable)) return 'false';
  const [only = '', ...others] = pattern.pieces;
  const meets = others.length === 0 ? `= ${bind(only, 'text')}` : `LIKE ${bind(likeOf(pattern), 'text')}`;
  return `(k.position IN (SELECT b.position FROM event_body b WHERE b.${field}_id ${meets}))`;
}

function entityCondition(term: EntityTerm, to: Compiling): string {
  const { names, namespace, bind } = to;
  const { type, id } = term;
  if (id === null) {
    return among('k.entity_type_id', names.terms.get(term) ?? null, 'integer', bind, () =>
      termsLike('entityType', type, to),
    );
  }
  const within = () =>
    `SELECT s.id FROM stream s WHERE s.namespace = ${bind(namespace, 'text')} AND s.entity_type LIKE ${bind(likeOf(type), 'text')}
      AND s.entity_id LIKE ${bind(likeOf(id), 'text')}`;
  return among('k.stream_id', names.streams.get(term) ?? null, 'bigint', bind, within);
}

export function rangeCondition(
  column: string,
  last: '<' | '<=',
  { from, to }: Range,
  bind: Binder['bind'],
): string {
  const ends = [
    ...(from === null ? [] : [`${column} >= ${bind(clamped(from), 'bigint')}`]),
    ...(to === null ? [] : [`${column} ${last} ${bind(clamped(to), 'bigint')}`]),
  ];
  return `(${ends.join(' AND ')})`;
}

/** No event is at either end of what a bigint holds. */
function clamped(end: bigint): bigint {
  const least = -(2n ** 63n);
  const most = 2n ** 63n - 1n;
  return end < least ? least : end > most ? most : end;
}

function ofPaths(
  term: Extract<Term, { readonly kind: 'path' | 'set' | 'was' }>,
  { names, bind }: Compiling,
): string {
  const regex = regexOfPath(term.path, term.kind === 'path' ? 'and below' : 'itself');
  return among(
    'c.path_id',
    names.paths.get(term) ?? null,
    'integer',
    bind,
    () => `SELECT id FROM path WHERE text ~ ${bind(regex, 'text')}`,
  );
}
