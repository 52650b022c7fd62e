/**
 * Events that are in the log and not searchable yet: read from it, in its order, so that whoever follows the store is told as fast as it grows. Only
 * what an event by itself tells can be asked here. Law: what a search finds of the same events later is this.
 */
import {
  asksForOwn,
  type EntityTerm,
  EVENT_FLAGS,
  type NameField,
  OWN_TYPE_PREFIX,
  type Term,
  termsOf,
} from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { compiledLogic } from './compiled-logic.ts';
import { rangeCondition } from './condition.ts';
import type { LogStretch } from './event-search.ts';
import { type EventColumns, type EventWithoutContent, withChanges } from './found-events.ts';
import { likeOf } from './like-pattern.ts';

export interface Spans {
  /** Events that one statement looks through for those that are asked for. */
  readonly window: bigint;
  /** How far apart the first and the last of those are that are read together. */
  readonly run: bigint;
}

const SPANS: Spans = { window: 20_000n, run: 2_000n };

export interface UnsearchedQuery extends LogStretch {
  readonly direction: 'asc' | 'desc';
}

export async function unsearchedEvents(
  from: Queryable,
  asked: UnsearchedQuery,
  { window, run }: Spans = SPANS,
): Promise<readonly EventWithoutContent[]> {
  const found: EventColumns[] = [];
  for (const positions of runsOf(await positionsIn(from, asked, window), run)) {
    const { rows } = await from.query<EventColumns>(EVENTS, [positions[0], positions.at(-1), positions]);
    found.push(...rows);
  }
  return withChanges(from, asked.direction === 'asc' ? found : found.reverse(), asked.query);
}

/** Where they are, the oldest first, be they searchable or not. */
export function positionsInLog(from: Queryable, asked: LogStretch): Promise<readonly bigint[]> {
  return positionsIn(from, { ...asked, direction: 'asc' }, SPANS.window);
}

/** Ascending positions in runs that are read together. */
function runsOf(positions: readonly bigint[], longest: bigint): readonly (readonly bigint[])[] {
  const runs: bigint[][] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    if (run === undefined || position - (run[0] ?? position) >= longest) runs.push([position]);
    else run.push(position);
  }
  return runs;
}

/** Ascending. Window after window, as no statistics say how far a statement would have to look. */
async function positionsIn(
  from: Queryable,
  asked: UnsearchedQuery,
  window: bigint,
): Promise<readonly bigint[]> {
  const { direction, limit } = asked;
  const found: bigint[] = [];
  let { above, upTo } = asked;
  while (above < upTo && found.length < limit) {
    const isLast = upTo - above <= window;
    const low = direction === 'asc' || isLast ? above : upTo - window;
    const high = direction === 'desc' || isLast ? upTo : above + window;
    found.push(
      ...(await positionsWithin(from, { ...asked, above: low, upTo: high, limit: limit - found.length })),
    );
    if (direction === 'asc') above = high;
    else upTo = low;
  }
  return direction === 'asc' ? found : found.reverse();
}

async function positionsWithin(
  from: Queryable,
  { namespace, query, above, upTo, direction, limit }: UnsearchedQuery,
): Promise<readonly bigint[]> {
  const { bind, values } = new Binder();
  const asked = compiledLogic(query, (term) => condition(term, bind));
  const own = asksForOwn(query) ? '' : ` AND NOT e.type ^@ '${OWN_TYPE_PREFIX}'`;
  const asksBody = termsOf(query).some((term) => term.kind === 'name' && OF_BODY.has(term.field));
  const { rows } = await from.query<{ position: bigint }>(
    `SELECT e.position FROM (
       SELECT * FROM event WHERE position > ${bind(above, 'bigint')} AND position <= ${bind(upTo, 'bigint')} ORDER BY position ${direction}
     ) e${asksBody ? `, ${BODY}` : ''}, ${STREAM}
     WHERE s.namespace = ${bind(namespace, 'text')}${own} AND ${asked} ORDER BY e.position ${direction} LIMIT ${limit}`,
    values,
  );
  return rows.map(({ position }) => position);
}

const OF_BODY: ReadonlySet<NameField> = new Set(['actor', 'source', 'correlation', 'causation']);

function condition(term: Term, bind: Binder['bind']): string {
  switch (term.kind) {
    case 'name':
      return `${NAMES[term.field]} LIKE ${bind(likeOf(term.pattern), 'text')}`;
    case 'entity':
      return entityCondition(term, bind);
    case 'time':
      return rangeCondition(term.axis === 'occurred' ? 'e.occurred_at' : 'e.recorded_at', '<', term, bind);
    case 'version':
    case 'position':
      return rangeCondition(`e.${term.kind}`, '<=', term, bind);
    case 'is':
      if (term.what === 'removed') return 'e.removed';
      if (term.what === 'outOfOrder') return outOfOrder('e');
  }
  throw new Error('An event alone does not tell this.');
}

const NAMES: Readonly<Record<NameField, string>> = {
  entityType: 's.entity_type',
  entityId: 's.entity_id',
  type: 'e.type',
  actor: 'b.actor',
  source: 'b.source',
  correlation: 'b.correlation_id',
  causation: 'b.causation_id',
};

function entityCondition({ type, id }: EntityTerm, bind: Binder['bind']): string {
  const isType = `s.entity_type LIKE ${bind(likeOf(type), 'text')}`;
  return id === null ? isType : `(${isType} AND s.entity_id LIKE ${bind(likeOf(id), 'text')})`;
}

/**
 * Looked up for one row after the other, and nothing else can be made of it: PostgreSQL has no statistics of what has just come, and would meet every
 * event with every body.
 */
const BODY = 'LATERAL (SELECT * FROM event_body WHERE position = e.position OFFSET 0) b';
const STREAM = 'LATERAL (SELECT * FROM stream WHERE id = e.stream_id OFFSET 0) s';

const outOfOrder = (event: string): string => `(${event}.flags & ${EVENT_FLAGS.recordedWentBack} <> 0)`;
/** Whether the source gave no time. */
const recordedIsOurs = (event: string): string => `(${event}.flags & ${EVENT_FLAGS.recordedIsOurs} <> 0)`;
const occurredIsOurs = (event: string): string => `(${event}.flags & ${EVENT_FLAGS.occurredIsOurs} <> 0)`;

/**
 * Those of a run, of which all events from the first to the last are looked at: one is late where an earlier one of its stream happened after it, among those that are
 * looked at or before them, which is asked once a stream, down from the last that happened.
 */
const EVENTS = `WITH log AS MATERIALIZED (
    SELECT e.position, e.stream_id, e.version, e.type, e.recorded_at, e.occurred_at, e.flags, e.removed, NOT ${occurredIsOurs('e')} AS is_given, row_number() OVER (PARTITION BY e.stream_id ORDER BY e.version) AS nth,
      bool_or(NOT ${occurredIsOurs('e')}) OVER (PARTITION BY e.stream_id) AS has_given
    FROM event e WHERE e.position BETWEEN $1::bigint AND $2::bigint
  ), high AS MATERIALIZED (
    SELECT log.*,
      max(CASE WHEN is_given THEN occurred_at END) OVER (earlier ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS high,
      first_value(CASE WHEN nth = 1 AND version > 1 AND has_given THEN (
        SELECT g.occurred_at FROM event g WHERE g.stream_id = log.stream_id AND g.version < log.version AND NOT ${occurredIsOurs('g')}
        ORDER BY g.occurred_at DESC, g.version DESC LIMIT 1) END) OVER earlier AS high_before
    FROM log window earlier AS (PARTITION BY stream_id ORDER BY version)
  )
  SELECT e.position, s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.type, b.actor, b.source,
    b.event_id AS "eventId", b.correlation_id AS "correlationId", b.causation_id AS "causationId",
    e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt", ${recordedIsOurs('e')} AS "recordedIsOurs", ${occurredIsOurs('e')} AS "occurredIsOurs",
    e.removed, coalesce(is_given AND e.occurred_at < greatest(high, high_before), false) AS late, ${outOfOrder('e')} AS "outOfOrder",
    coalesce((SELECT position FROM read_model WHERE name = 'changes'), 0) AS "changedTo"
  FROM high e, ${BODY}, ${STREAM} WHERE e.position = ANY($3::bigint[]) ORDER BY e.position`;
