/** Rows of changes as a reader sees them: a value that became a container, or the other way round, is one row. */
import { joinedChanges } from '#core';
import type { ChangeRow } from './rows.ts';

/** Takes everything that differs or that one event changed, ascending by path. */
export function joinedRows(rows: readonly ChangeRow[]): readonly ChangeRow[] {
  return joinedChanges(rows).map(({ before, after, parts }) => ({ ...latestRow(parts), before, after }));
}

/** The place of the first, by the event that came last. */
export function latestRow([own, ...others]: readonly [ChangeRow, ...ChangeRow[]]): ChangeRow {
  const isLater = (one: ChangeRow, other: ChangeRow) =>
    other.event.ordinal > one.event.ordinal ? other : one;
  return { ...own, event: others.reduce(isLater, own).event };
}
