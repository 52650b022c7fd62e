/**
 * The names of a query, looked up before it runs: of few, their numbers are worth more to the planner than a question within the question.
 */

import {
  type EntityTerm,
  type NameTerm,
  type PathPattern,
  type Pattern,
  type Query,
  type Term,
  termsOf,
} from '#core';
import type { Queryable } from '../event-row.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import { likeOf, regexOfPath } from './like-pattern.ts';

/** The numbers that a term means; null: too many to name one by one. */
export type Named = readonly (number | bigint)[] | null;

export interface Names {
  /** Of types, actors and sources; of an entity's type alone. */
  readonly terms: ReadonlyMap<Term, Named>;
  /** Of entities by their id. */
  readonly streams: ReadonlyMap<Term, Named>;
  /** Of fields: the place itself, or with what lies below it for `path:`. */
  readonly paths: ReadonlyMap<Term, Named>;
}

const MOST_NAMED = 1_000;

export async function namesOf(from: Queryable, namespace: string, query: Query): Promise<Names> {
  const terms = new Map<Term, Named>();
  const streams = new Map<Term, Named>();
  const paths = new Map<Term, Named>();
  for (const term of new Set(termsOf(query))) {
    if (term.kind === 'name' && isShared(term.field))
      terms.set(term, await termIds(from, namespace, term.field, term.pattern));
    else if (term.kind === 'name' && term.field === 'entityId')
      streams.set(term, await streamIds(from, namespace, null, term.pattern));
    else if (term.kind === 'entity' && term.id === null)
      terms.set(term, await termIds(from, namespace, 'entityType', term.type));
    else if (term.kind === 'entity') streams.set(term, await streamIds(from, namespace, term.type, term.id));
    else if (term.kind === 'path') paths.set(term, await pathIds(from, term.path, 'and below'));
    else if (term.kind === 'state' && term.op === 'exists')
      paths.set(term, await pathIds(from, term.path, 'and below'));
    else if (term.kind === 'set' || term.kind === 'was' || term.kind === 'state')
      paths.set(term, await pathIds(from, term.path, 'itself'));
  }
  return { terms, streams, paths };
}

/** Names that the read model has a number for. */
export type SharedField = 'entityType' | 'type' | 'actor' | 'source';

export function isShared(field: NameTerm['field']): field is SharedField {
  return field === 'entityType' || field === 'type' || field === 'actor' || field === 'source';
}

async function termIds(
  from: Queryable,
  namespace: string,
  field: SharedField,
  pattern: Pattern,
): Promise<Named> {
  return named(
    from,
    `SELECT id FROM term WHERE namespace = $1 AND kind = $2 AND text LIKE $3 LIMIT ${MOST_NAMED + 1}`,
    [namespace, field, likeOf(pattern)],
  );
}

/** Types first: the index of entities begins with them. */
async function streamIds(
  from: Queryable,
  namespace: string,
  type: EntityTerm['type'] | null,
  id: EntityTerm['type'] | null,
): Promise<Named> {
  return named(
    from,
    `SELECT s.id FROM (SELECT text FROM term WHERE namespace = $1 AND kind = 'entityType' AND text LIKE $2) t
     JOIN stream s ON s.namespace = $1 AND s.entity_type = t.text
     WHERE s.entity_id LIKE $3 LIMIT ${MOST_NAMED + 1}`,
    [namespace, type === null ? '%' : likeOf(type), id === null ? '%' : likeOf(id)],
  );
}

async function pathIds(from: Queryable, path: PathPattern, end: 'itself' | 'and below'): Promise<Named> {
  return named(from, `SELECT id FROM path WHERE text ~ $1 LIMIT ${MOST_NAMED + 1}`, [regexOfPath(path, end)]);
}

async function named(from: Queryable, text: string, values: readonly string[]): Promise<Named> {
  // No name holds what PostgreSQL cannot.
  if (!values.every(isHoldable)) return [];
  const { rows } = await from.query<{ id: number | bigint }>(text, [...values]);
  return rows.length > MOST_NAMED ? null : rows.map(({ id }) => id);
}
