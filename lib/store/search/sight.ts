/** How far a search sees: as far as the log is searchable and, where it asks what events changed, no further than that is known. */
import { asksForChanges, asksForOwn, type Query } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { Binder } from './binder.ts';

export interface Sight {
  /** null: nothing of the namespace is searchable yet. */
  readonly namespaceId: number | null;
  /** Whether the product's own events are in sight. */
  readonly hasOwn: boolean;
  readonly searchedTo: bigint;
  /** The condition over rows `k` of the namespace that are in sight. `isOfType`: all are of a type that is named, which is one of the namespace. */
  within(bind: Binder['bind'], isOfType?: boolean): string;
}

/** `queries`: all that the search asks. `found`: those that say what is found, which is the product's own events where they ask for such. */
export async function sightOf(
  from: Queryable,
  namespace: string,
  queries: readonly Query[],
  found = queries,
): Promise<Sight> {
  const { rows } = await from.query<{ id: number | null; searched: bigint; changed: bigint }>(
    `SELECT (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1) AS id,
       coalesce((SELECT position FROM read_model WHERE name = 'search'), 0) AS searched,
       coalesce((SELECT position FROM read_model WHERE name = 'changes'), 0) AS changed`,
    [askable(namespace)],
  );
  const { id = null, searched = 0n, changed = 0n } = rows[0] ?? {};
  const isCut = queries.some(asksForChanges) && changed < searched;
  const hasOwn = found.some(asksForOwn);
  const own = hasOwn ? '' : ' AND NOT k.is_own';
  return {
    ...{ namespaceId: id, hasOwn },
    searchedTo: isCut ? changed : searched,
    within: (bind, isOfType = false) => {
      // Where a type is the product's own, so is what asks for it.
      const of = isOfType ? 'true' : `k.namespace_id = ${bind(id ?? -1, 'integer')}${own}`;
      return isCut ? `${of} AND k.position <= ${bind(changed, 'bigint')}` : of;
    },
  };
}
