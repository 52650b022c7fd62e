/** The order of a page, and where in it the page begins, over rows `k`. */
import type { Binder } from './binder.ts';
import type { FoundPageQuery, SearchClock } from './event-search.ts';

const COLUMNS: Readonly<Record<SearchClock, string>> = {
  recorded: 'k.recorded_at',
  occurred: 'k.occurred_at',
  position: 'k.position',
};

/** `isFew`: no index is to be walked for the order, and a sum is in none. */
const columnOf = (sort: SearchClock, isFew: boolean): string =>
  isFew ? `(${COLUMNS[sort]} + 0)` : COLUMNS[sort];

export function orderOf({ sort, direction }: FoundPageQuery, isFew = false): string {
  const column = columnOf(sort, isFew);
  return sort === 'position' ? `${column} ${direction}` : `${column} ${direction}, k.position ${direction}`;
}

/** A condition that goes on from another one; empty: from the beginning. */
export function placeOf(
  { sort, direction, after }: FoundPageQuery,
  bind: Binder['bind'],
  isFew = false,
): string {
  if (after === null) return '';
  const column = columnOf(sort, isFew);
  const isBehind = direction === 'asc' ? '>' : '<';
  if (sort === 'position') return ` AND ${column} ${isBehind} ${bind(after.position, 'bigint')}`;
  return ` AND (${column}, k.position) ${isBehind} (${bind(after.at, 'bigint')}, ${bind(after.position, 'bigint')})`;
}
