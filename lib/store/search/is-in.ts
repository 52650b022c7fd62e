/** Whether what stands in a table beside the rows `k` holds for one of them. */
import type { Binder } from './binder.ts';

export interface Beside {
  readonly bind: Binder['bind'];
  /** Looked up for one row after the other, instead of found in an index for all of them first. */
  readonly byRow?: boolean;
  /** No row has a lower position, so nothing below it need be found. */
  readonly lowest?: bigint | null;
}

type Column = 'position' | 'stream_id' | 'type_id';

/** `columns`: what both tables call by the same name, and a row has in common with what stands beside it. */
export function isIn(
  table: 'change c' | 'listed_event p' | 'searchable_words w',
  columns: readonly Column[],
  condition: string,
  { bind, byRow = false, lowest = null }: Beside,
): string {
  const other = table.slice(-1);
  const own = columns.map((column) => `k.${column}`).join(', ');
  const others = columns.map((column) => `${other}.${column}`).join(', ');
  // With OFFSET 0 it is asked of one row after the other, and is no join of all of them.
  if (byRow) return `(EXISTS (SELECT FROM ${table} WHERE (${others}) = (${own}) AND ${condition} OFFSET 0))`;
  const above =
    lowest === null || !columns.includes('position')
      ? ''
      : ` AND ${other}.position >= ${bind(lowest, 'bigint')}`;
  return `((${own}) IN (SELECT ${others} FROM ${table} WHERE ${condition}${above}))`;
}
