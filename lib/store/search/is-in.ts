/** Whether what stands in a table beside the rows `k` holds for one of them. */

/** `byRow`: looked up for one row after the other, instead of found in an index for all of them first. */
export function isIn(
  table: 'change c' | 'searchable_text x',
  column: 'position' | 'stream_id',
  condition: string,
  { byRow = false }: { readonly byRow?: boolean },
): string {
  const own = `${table.slice(-1)}.${column}`;
  // With OFFSET 0 it is asked of one row after the other, and is no join of all of them.
  return byRow
    ? `(EXISTS (SELECT FROM ${table} WHERE ${own} = k.${column} AND ${condition} OFFSET 0))`
    : `(k.${column} IN (SELECT ${own} FROM ${table} WHERE ${condition}))`;
}
