/** The order of a page by one clock, and where it goes on. Equal times are in the order of the log. */
import type { Binder } from './binder.ts';
import type { FoundPageQuery, SearchClock } from './event-search.ts';

const COLUMNS: Readonly<Record<SearchClock, string>> = {
  recorded: 'k.recorded_at',
  occurred: 'k.occurred_at',
  position: 'k.position',
};

export interface PageOrder {
  /** What rows are sorted by first. */
  readonly column: string;
  /** The condition of what comes behind the page before, to follow others. */
  readonly place: string;
  readonly order: string;
}

/** `isFew`: rows are fetched and sorted, rather than met in the order of an index. */
export function orderOf(
  { sort, direction, after }: Pick<FoundPageQuery, 'sort' | 'direction' | 'after'>,
  isFew: boolean,
  bind: Binder['bind'],
): PageOrder {
  // A sum is in no index.
  const column = isFew ? `(${COLUMNS[sort]} + 0)` : COLUMNS[sort];
  const isBehind = direction === 'asc' ? '>' : '<';
  const place =
    after === null
      ? ''
      : sort === 'position'
        ? ` AND k.position ${isBehind} ${bind(after.position, 'bigint')}`
        : ` AND (${column}, k.position) ${isBehind} (${bind(after.at, 'bigint')}, ${bind(after.position, 'bigint')})`;
  const order =
    sort === 'position' ? `${column} ${direction}` : `${column} ${direction}, k.position ${direction}`;
  return { column, place, order };
}
