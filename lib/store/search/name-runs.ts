/**
 * Names of a query whose events an index has in the order of the recorded clock, each name's by themselves: merged, they are the newest of all of
 * them, however rare they are in the log.
 *
 * Law: every event of which the query is true has one of the names, and none has two of them.
 */
import type { Query } from '#core';
import type { Names } from './names.ts';

export interface NameRuns {
  readonly column: 'k.type_id' | 'k.entity_type_id';
  readonly ids: readonly number[];
  /** The query is true of all of their events. */
  readonly areAll: boolean;
}

/** More are not worth a plan that looks into an index for each of them. */
const MOST_RUNS = 50;

/** `query`: of types and entity types alone. null: it has no such names, or too many. */
export function nameRuns(query: Query, names: Names): NameRuns | null {
  const all = runsOf(query, names);
  if (all !== null || query.kind !== 'and') return all;
  const some = query.of.map((member) => runsOf(member, names)).filter((runs) => runs !== null);
  // Most types are of one entity type, which has others.
  const narrow = some.find(({ column }) => column === 'k.type_id') ?? some[0];
  return narrow === undefined ? null : { ...narrow, areAll: false };
}

function runsOf(query: Query, names: Names): NameRuns | null {
  if (query.kind === 'or') return together(query.of.map((member) => runsOf(member, names)));
  if (query.kind !== 'name' && query.kind !== 'entity') return null;
  const column = query.kind === 'name' && query.field === 'type' ? 'k.type_id' : 'k.entity_type_id';
  const ids = (names.terms.get(query) ?? []).map(Number);
  return ids.length === 0 || ids.length > MOST_RUNS ? null : { column, ids, areAll: true };
}

function together(members: readonly (NameRuns | null)[]): NameRuns | null {
  const [first = null] = members;
  if (first === null) return null;
  const ids = new Set<number>();
  for (const runs of members) {
    if (runs?.column !== first.column) return null;
    for (const id of runs.ids) ids.add(id);
  }
  return ids.size > MOST_RUNS ? null : { ...first, ids: [...ids] };
}
