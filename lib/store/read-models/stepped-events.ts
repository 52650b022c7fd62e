/**
 * The events of a step with their bodies, in the order of their positions.
 *
 * Both tables have that order, so one walk beside the other is the quickest way: it sorts nothing, and its first row is there at once.
 * PostgreSQL, which knows of no step how many events it has, takes another; {@link WALKED} has to hold when the statement is planned.
 */

export const WALKED = 'SET LOCAL enable_nestloop = off; SET LOCAL enable_sort = off';
export const ANY_WAY = 'SET LOCAL enable_nestloop TO DEFAULT; SET LOCAL enable_sort TO DEFAULT';

/** Behind position `from` and up to `to`, which are SQL; the bound is repeated for the body, so that both walks begin there. */
export function steppedEvents(
  /** Of event e and event_body b. */
  columns: string,
  { from, to }: { readonly from: string; readonly to: string },
  /** What else is asked of them. */
  where = 'true',
  order = 'e.position',
): string {
  return `SELECT ${columns} FROM event e JOIN event_body b ON b.position = e.position
    WHERE e.position > ${from} AND e.position <= ${to} AND b.position > ${from} AND b.position <= ${to} AND ${where}
    ORDER BY ${order}`;
}
