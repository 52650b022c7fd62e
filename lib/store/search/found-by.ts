/** What every statement of a search begins with: the condition over rows `k`, and how far the log is searchable. */

import { NOTES_ENTITY_TYPE, ok, type Query, type Result, termsOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import type { Binder } from './binder.ts';
import { conditionOf } from './condition.ts';
import type { EventSearch } from './event-search.ts';
import { namesOf } from './names.ts';

export interface Found {
  readonly condition: string;
  readonly searchedTo: bigint;
}

export async function foundBy(
  from: Queryable,
  { namespace, query }: EventSearch,
  binder: Binder,
): Promise<Result<Found>> {
  const { rows } = await from.query<{ id: number | null; searchedTo: bigint }>(
    `SELECT (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1) AS id,
       coalesce((SELECT position FROM read_model WHERE name = 'search'), 0) AS "searchedTo"`,
    [namespace],
  );
  const { id = null, searchedTo = 0n } = rows[0] ?? {};
  const names = await namesOf(from, namespace, query);
  const condition = conditionOf(query, namespace, names, binder.bind);
  if (!condition.ok) return condition;
  // What is appended meanwhile is not half there: a page, its count and its histogram are of one moment.
  const of = `k.namespace_id = ${binder.bind(id ?? -1, 'integer')}${asksForOwn(query) ? '' : ' AND NOT k.is_own'}`;
  return ok({ condition: `${of} AND ${condition.value}`, searchedTo });
}

/** The product's own events, such as notes, are found by who asks for their types. */
export function asksForOwn(query: Query): boolean {
  return termsOf(query).some((term) => {
    if (term.kind === 'entity') return term.type.pieces[0] === NOTES_ENTITY_TYPE;
    if (term.kind !== 'name' || (term.field !== 'type' && term.field !== 'entityType')) return false;
    return term.pattern.pieces[0]?.startsWith(OWN_TYPE_PREFIX) === true;
  });
}
