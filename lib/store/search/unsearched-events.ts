/**
 * Events that are in the log and not searchable yet: read from it, in its order, and held against the query one after the other, so that whoever
 * follows the store is told as fast as it grows. Only what an event by itself is can be asked here.
 */
import { asksForOwn, EVENT_FLAGS, matchesQuery, OWN_TYPE_PREFIX, type QueriedEvent, type Query } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import { type EventColumns, type EventWithoutContent, withChanges } from './found-events.ts';

/** Events that are read at a time. */
const READ = 2_000n;

export interface UnsearchedQuery {
  readonly namespace: string;
  readonly query: Query;
  /** Positions behind the first and up to the second. */
  readonly above: bigint;
  readonly upTo: bigint;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

export async function unsearchedEvents(
  from: Queryable,
  { namespace, query, above, upTo, direction, limit }: UnsearchedQuery,
): Promise<readonly EventWithoutContent[]> {
  const found: EventColumns[] = [];
  const finds = finder(query);
  const isUp = direction === 'asc';
  let [low, high] = [above, upTo];
  while (low < high && found.length < limit) {
    const part = isUp
      ? { low, high: low + READ < high ? low + READ : high }
      : { low: high - READ > low ? high - READ : low, high };
    const { rows } = await from.query<EventColumns>(LOGGED, [part.low, part.high, askable(namespace)]);
    const matching = rows.filter(finds);
    found.push(...(isUp ? matching : matching.reverse()));
    if (isUp) low = part.high;
    else high = part.low;
  }
  return withChanges(from, found.slice(0, limit), query);
}

function finder(query: Query): (event: EventColumns) => boolean {
  const isShown = asksForOwn(query)
    ? () => true
    : ({ type }: EventColumns) => !type.startsWith(OWN_TYPE_PREFIX);
  if (query.kind === 'all') return isShown;
  return (event) => isShown(event) && matchesQuery(query, queriedEvent(event));
}

const queriedEvent = (event: EventColumns): QueriedEvent => ({
  ...event,
  isLate: event.late,
  isOutOfOrder: event.outOfOrder,
  ...NOTHING_INSIDE,
});

const NOTHING_INSIDE = {
  payload: undefined,
  texts: [],
  changes: [],
  was: new Map(),
  state: new Map(),
} as const;

/** Whether the source gave no time. */
const isOurs = (event: string): string => `${event}.flags & ${EVENT_FLAGS.occurredIsOurs} <> 0`;

/**
 * One is late where an earlier one of its stream happened after it: among those that are read here, or before them, which is asked once a stream, down
 * from the last that happened. The bound is repeated for the body, lest a join begin with the first body of the log.
 */
const LOGGED = `WITH log AS MATERIALIZED (
    SELECT e.*, s.entity_type, s.entity_id, b.actor, b.source, b.event_id, b.correlation_id, b.causation_id,
      max(CASE WHEN NOT ${isOurs('e')} THEN e.occurred_at END) OVER (
        PARTITION BY e.stream_id ORDER BY e.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS high
    FROM event e JOIN event_body b ON b.position = e.position,
      LATERAL (SELECT entity_type, entity_id FROM stream WHERE id = e.stream_id AND namespace = $3 OFFSET 0) s
    WHERE e.position > $1 AND e.position <= $2 AND b.position > $1 AND b.position <= $2
  ), before AS MATERIALIZED (
    SELECT grown.stream_id, (
        SELECT g.occurred_at FROM event g
        WHERE g.stream_id = grown.stream_id AND g.version < grown.first AND NOT ${isOurs('g')}
        ORDER BY g.occurred_at DESC, g.version DESC LIMIT 1) AS high
    FROM (
      SELECT stream_id, min(version) AS first FROM log GROUP BY stream_id HAVING min(version) > 1 AND NOT bool_and(${isOurs('log')})
    ) grown
  )
  SELECT log.position, log.entity_type AS "entityType", log.entity_id AS "entityId", log.version, log.type, log.actor, log.source,
    log.event_id AS "eventId", log.correlation_id AS "correlationId", log.causation_id AS "causationId",
    log.recorded_at AS "recordedAt", log.occurred_at AS "occurredAt", log.flags, log.removed,
    coalesce(NOT ${isOurs('log')} AND log.occurred_at < greatest(log.high, before.high), false) AS late,
    log.flags & ${EVENT_FLAGS.recordedWentBack} <> 0 AS "outOfOrder",
    coalesce((SELECT position FROM read_model WHERE name = 'changes'), 0) AS "changedTo"
  FROM log LEFT JOIN before USING (stream_id) ORDER BY log.position`;
