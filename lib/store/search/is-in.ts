/** Whether what stands in a table beside the rows `k` holds for one of them. */
import type { Binder } from './binder.ts';

export interface Beside {
  readonly bind: Binder['bind'];
  /** Looked up for one row after the other, instead of found in an index for all of them first. */
  readonly byRow?: boolean;
  /** No row has a lower position, so nothing below it need be found. */
  readonly lowest?: bigint | null;
}

export function isIn(
  table: 'change c' | 'searchable_payload p' | 'searchable_words w',
  column: 'position' | 'stream_id',
  condition: string,
  { bind, byRow = false, lowest = null }: Beside,
): string {
  const own = `${table.slice(-1)}.${column}`;
  // With OFFSET 0 it is asked of one row after the other, and is no join of all of them.
  if (byRow) return `(EXISTS (SELECT FROM ${table} WHERE ${own} = k.${column} AND ${condition} OFFSET 0))`;
  const above = lowest === null || column !== 'position' ? '' : ` AND ${own} >= ${bind(lowest, 'bigint')}`;
  return `(k.${column} IN (SELECT ${own} FROM ${table} WHERE ${condition}${above}))`;
}
