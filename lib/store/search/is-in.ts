/** Whether what stands in a table beside the rows `k` holds for one of them. */
import type { Binder } from './binder.ts';

export interface Beside {
  readonly bind: Binder['bind'];
  /** Looked up for one row after the other, instead of found in an index for all of them first. */
  readonly byRow?: boolean;
  /** All rows that are asked about are at those positions, an array. */
  readonly among?: string | null;
  /** No row has a lower position, so nothing below it need be found. */
  readonly lowest?: bigint | null;
}

export function isIn(
  table: 'change c' | 'searchable_text x',
  column: 'position' | 'stream_id',
  condition: string,
  { bind, byRow = false, among = null, lowest = null }: Beside,
): string {
  const own = `${table.slice(-1)}.${column}`;
  const isByPosition = column === 'position';
  // With OFFSET 0 it is asked of one row after the other, and is no join of all of them.
  if (byRow || (among !== null && !isByPosition))
    return `(EXISTS (SELECT FROM ${table} WHERE ${own} = k.${column} AND ${condition} OFFSET 0))`;
  const there = among === null ? '' : ` AND ${own} = ANY(${among})`;
  const above = lowest === null || !isByPosition ? '' : ` AND ${own} >= ${bind(lowest, 'bigint')}`;
  return `(k.${column} IN (SELECT ${own} FROM ${table} WHERE ${condition}${there}${above}))`;
}
