/** The rows of the table of changes, in the order its reader chose. */
import type { ComparedEntry } from '#client/replay/compare-moments';

export type SortBy = 'path' | 'event';

export interface Sorting {
  readonly by: SortBy;
  readonly descending: boolean;
}

export interface EntryRow {
  readonly key: string;
  readonly entry: ComparedEntry;
}

/** Entries come ascending by path; changes of one event stay in that order. */
export function sortEntries(
  entries: readonly ComparedEntry[],
  { by, descending }: Sorting,
): readonly EntryRow[] {
  const rows = entries.map((entry) => ({ key: `node ${entry.path}`, entry }));
  if (by === 'event') {
    const sign = descending ? -1 : 1;
    return rows.sort((one, other) => sign * (one.entry.ordinal - other.entry.ordinal));
  }
  return descending ? rows.reverse() : rows;
}
