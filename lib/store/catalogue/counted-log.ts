/**
 * The events of a namespace that the catalogue counts, by one of their clocks: for the part of a day that whole days cannot say.
 *
 * They are found by the clocks that searches walk; where those are behind the catalogue, the newest are looked through in the log.
 */
import type { Axis } from '#core';
import type { Queryable } from '../event-row.ts';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { Binder } from '../search/binder.ts';

export interface CountedLog {
  readonly namespace: string;
  readonly namespaceId: number;
  readonly countedTo: bigint;
  readonly searchedTo: bigint;
}

export async function countedLog(client: Queryable, namespace: string): Promise<CountedLog> {
  const { rows } = await client.query<Omit<CountedLog, 'namespace'>>(BOUNDS, [askable(namespace)]);
  const { namespaceId = -1, countedTo = 0n, searchedTo = 0n } = rows[0] ?? {};
  return { namespace, namespaceId, countedTo, searchedTo };
}

const BOUNDS = `SELECT coalesce((SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1), -1) AS "namespaceId",
  coalesce((SELECT position FROM read_model WHERE name = 'catalogue'), 0) AS "countedTo",
  coalesce((SELECT position FROM read_model WHERE name = 'search'), 0) AS "searchedTo"`;

export const clockOn = (axis: Axis): 'recorded_at' | 'occurred_at' =>
  axis === 'recorded' ? 'recorded_at' : 'occurred_at';

/** A relation of the positions of those whose clock is from `from` to `to`, both included. */
export function positionsIn(
  log: CountedLog,
  { axis, from, to }: { readonly axis: Axis; readonly from: bigint; readonly to: bigint },
  binder: Binder,
): string {
  const clock = clockOn(axis);
  const [begin, end] = [binder.bind(from, 'bigint'), binder.bind(to, 'bigint')];
  return positions(
    log,
    binder,
    `k.${clock} >= ${begin} AND k.${clock} <= ${end}`,
    `e.${clock} >= ${begin} AND e.${clock} <= ${end}`,
  );
}

/** The same of a type, from one position to another, both included. */
export function positionsBetween(
  log: CountedLog,
  type: string,
  first: bigint,
  last: bigint,
  binder: Binder,
): string {
  const name = binder.bind(type, 'text');
  const [begin, end] = [binder.bind(first, 'bigint'), binder.bind(last, 'bigint')];
  const id = `(SELECT id FROM term WHERE namespace = ${binder.bind(log.namespace, 'text')} AND kind = 'type' AND text = ${name})`;
  return positions(
    log,
    binder,
    `k.type_id = ${id} AND k.position >= ${begin} AND k.position <= ${end}`,
    `e.type = ${name} AND e.position >= ${begin} AND e.position <= ${end}`,
  );
}

/** `searched`: the conditions of a searchable event k; `logged`: the same of an event e of the log. */
function positions(log: CountedLog, { bind }: Binder, searched: string, logged: string): string {
  const counted = bind(log.countedTo, 'bigint');
  const known = `SELECT k.position FROM searchable_event k
    WHERE k.namespace_id = ${bind(log.namespaceId, 'integer')} AND NOT k.is_own AND k.position <= ${counted} AND ${searched}`;
  if (log.searchedTo >= log.countedTo) return known;
  return `${known} UNION ALL
    SELECT e.position FROM event e JOIN stream s ON s.id = e.stream_id
    WHERE e.position > ${bind(log.searchedTo, 'bigint')} AND e.position <= ${counted} AND s.namespace = ${bind(log.namespace, 'text')}
      AND NOT e.type ^@ '${OWN_TYPE_PREFIX}' AND ${logged}`;
}
