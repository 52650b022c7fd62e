/**
 * Entities as of a moment, on either axis.
 *
 * For each stream one event is looked up that is the last one then: by (recorded_high, version) or (occurred_at, version),
 * each with an index of its own, never by folding. At the head of the recorded axis it is the event that the stream's row names.
 * A position is a moment of the log: on the recorded axis the last version up to it, on the occurred axis the last in
 * occurred order among the events known up to it.
 */
import type { Pool } from 'pg';
import { type Axis, NOTES_ENTITY_TYPE } from '#core';
import { pageBehind } from './behind-entity.ts';
import { canBeIds } from './bounds.ts';
import { STORE_LIMITS } from './limits.ts';
import type { EntityMoment } from './search/event-search.ts';
import type { EntityQuery, EntityRow } from './store.ts';

/** lastRecorded and lastOccurred are recordedHigh and occurredAt of the event that is last on the asked axis. */
export async function entities(pool: Pool, query: EntityQuery): Promise<readonly EntityRow[]> {
  if (cannotExist(query)) return [];
  const most = Math.min(query.limit, STORE_LIMITS.pageEntities);
  return pageBehind(query.after ?? null, most, async (behind, limit) => {
    const parameters: unknown[] = [];
    const bind = binder(parameters);
    const conditions = conditionsOf(query, bind);
    if (behind !== null) conditions.push(behind(bind));
    const { rows } = await pool.query<EntityRow>(
      `SELECT s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.removed,
         e.recorded_high AS "lastRecorded", e.occurred_at AS "lastOccurred", e.type AS "lastType",
         (SELECT b.actor FROM event_body b WHERE b.position = e.position) AS "lastActor"
       FROM stream s JOIN LATERAL (${lastEvent(query, bind)}) e ON true
       WHERE ${conditions.join(' AND ')}
       ORDER BY s.entity_type, s.entity_id LIMIT ${bind(limit)}`,
      parameters,
    );
    return rows;
  });
}

export async function countEntities(
  pool: Pool,
  query: Omit<EntityQuery, 'after' | 'limit'>,
): Promise<number> {
  if (cannotExist(query)) return 0;
  const parameters: unknown[] = [];
  const bind = binder(parameters);
  const conditions = conditionsOf(query, bind);
  // The stream's row knows as much as its newest event where that is the one asked for.
  const atHead = query.axis === 'recorded' && query.asOf === undefined && query.asOfPosition === undefined;
  const then = atHead ? 'SELECT s.removed' : lastEvent(query, bind);
  const { rows } = await pool.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM stream s JOIN LATERAL (${then}) e ON true WHERE ${conditions.join(' AND ')}`,
    parameters,
  );
  return Number(rows[0]?.count ?? 0n);
}

function cannotExist(query: Omit<EntityQuery, 'limit'>): boolean {
  const { namespace, type, idContains, idStarts, nameContains, after } = query;
  // What lies between two slashes of a name is no longer than an id.
  const parts = wordsOf(nameContains).flatMap((word) => word.split('/'));
  return !canBeIds(namespace, type, idContains, idStarts, ...parts, after?.entityType, after?.entityId);
}

const wordsOf = (text = ''): readonly string[] => text.split(' ').filter((word) => word !== '');

type Bind = (value: unknown) => string;

const binder =
  (parameters: unknown[]): Bind =>
  (value) =>
    `$${parameters.push(value)}`;

function conditionsOf(query: Omit<EntityQuery, 'after' | 'limit'>, bind: Bind): string[] {
  const conditions = [`s.namespace = ${bind(query.namespace)}`];
  // Notes about entities are not entities: they are listed where somebody asks for them by their type.
  conditions.push(
    query.type === undefined
      ? `s.entity_type <> ${bind(NOTES_ENTITY_TYPE)}`
      : `s.entity_type = ${bind(query.type)}`,
  );
  if (query.idContains !== undefined) {
    // Collation "C" folds ASCII letters only, which is the same on every machine.
    conditions.push(`strpos(lower(s.entity_id), lower(${bind(query.idContains)}::text COLLATE "C")) > 0`);
  }
  // Under collation "C" PostgreSQL reads this from the index, as the range of ids that begin so.
  if (query.idStarts !== undefined) conditions.push(`s.entity_id ^@ ${bind(query.idStarts)}::text`);
  for (const word of wordsOf(query.nameContains)) {
    conditions.push(
      `strpos(lower(s.entity_type || '/' || s.entity_id), lower(${bind(word)}::text COLLATE "C")) > 0`,
    );
  }
  if (query.asOf !== undefined) {
    conditions.push(begunBy(query.axis, `${bind(query.asOf)}::bigint`));
  }
  if (!query.withRemoved) conditions.push('NOT e.removed');
  return conditions;
}

/** Streams `s` that have an event by then: of the others none has to be looked for. */
export const begunBy = (axis: Axis, instant: string): string =>
  `s.${axis === 'recorded' ? 'first_recorded' : 'first_occurred'} <= ${instant}`;

const OF_EVENT = 'position, version, removed, recorded_high, occurred_at, type';

function lastEvent(query: Omit<EntityQuery, 'after' | 'limit'>, bind: Bind): string {
  const { asOf, asOfPosition, axis } = query;
  const position = asOfPosition === undefined ? null : `${bind(asOfPosition)}::bigint`;
  return lastEventOf(axis, asOf === undefined ? null : `${bind(asOf)}::bigint`, position);
}

/** The last event that `s` had at a moment, of those up to the position `known` (null: of all); `bind` gives the place of a bigint. */
export function lastEventThen(
  axis: Axis,
  moment: EntityMoment,
  bind: (value: bigint) => string,
  known: bigint | null = null,
): string {
  const instant = moment.at === 'instant' ? bind(moment.instant) : null;
  const position = moment.at === 'position' ? earlier(moment.position, known) : known;
  return lastEventOf(axis, instant, position === null ? null : bind(position));
}

/** Which version that event is: of an instant, or of the head, indexes know it without the event. */
export function lastVersionThen(axis: Axis, moment: EntityMoment, bind: (value: bigint) => string): string {
  const instant = moment.at === 'instant' ? bind(moment.instant) : null;
  const position = moment.at === 'position' ? bind(moment.position) : null;
  return lastEventOf(axis, instant, position, 'version');
}

const earlier = (position: bigint, known: bigint | null): bigint =>
  known !== null && known < position ? known : position;

function lastEventOf(axis: Axis, asOf: string | null, position: string | null, columns = OF_EVENT): string {
  const events = `SELECT ${columns} FROM event WHERE stream_id = s.id`;
  const clock = axis === 'recorded' ? 'recorded_high' : 'occurred_at';
  const known = position === null ? '' : ` AND position <= ${position}`;
  if (asOf !== null)
    return `${events} AND ${clock} <= ${asOf}${known} ORDER BY ${clock} DESC, version DESC LIMIT 1`;
  if (axis === 'occurred') return `${events}${known} ORDER BY occurred_at DESC, version DESC LIMIT 1`;
  if (position !== null) return `${events}${known} ORDER BY version DESC LIMIT 1`;
  return `${events} AND version = s.version LIMIT 1`;
}
