/**
 * What a namespace held at an instant: its entities from the rows of their streams, and of those only the ones that were ever removed are looked
 * at; its events from rollups, as far as the log is searchable.
 *
 * Law: of each type it is the number of entities that a list of them has then, and of those the number that had not been removed; and the number
 * of events that a search has then.
 */
import { NOTES_ENTITY_TYPE, type ProjectionKind } from '#core';
import { lastEventThen } from '../entity-reads.ts';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import { Binder } from './binder.ts';
import type { HeldSearch, HeldThen } from './held-search.ts';
import { rolledHead, rowsOf } from './rolled-up.ts';
import { DAY } from './whole-steps.ts';

export async function heldThen(client: Queryable, asked: HeldSearch): Promise<HeldThen> {
  const head = await rolledHead(client, asked.namespace, asked.axis);
  const streams = await streamsThen(client, asked);
  const removed = head === null ? NONE : await removedThen(client, asked, head.id);
  const events = head?.first == null ? NONE : await eventsThen(client, asked, { ...head, first: head.first });
  const types = streams
    // Events of a stream whose first one was recorded later than they were are there before it is.
    .filter(
      ({ entityType, entities }) =>
        entityType !== NOTES_ENTITY_TYPE && (entities > 0n || events.has(entityType)),
    )
    .map(({ entityType, entities, kind }) => ({
      ...{ entityType, kind, entities: Number(entities) },
      live: Number(entities) - (removed.get(entityType) ?? 0),
      events: events.get(entityType) ?? 0,
    }));
  const notes = streams.find(({ entityType }) => entityType === NOTES_ENTITY_TYPE);
  const sum = (of: 'entities' | 'live' | 'events') => types.reduce((all, type) => all + type[of], 0);
  return {
    types,
    ...{ events: sum('events'), entities: sum('entities'), live: sum('live') },
    notes:
      notes === undefined || notes.entities === 0n
        ? { entities: 0, events: 0 }
        : { entities: Number(notes.entities), events: await noteEventsThen(client, asked) },
  };
}

const NONE: ReadonlyMap<string, number> = new Map();

interface StreamsRow {
  readonly entityType: string;
  readonly entities: bigint;
  readonly kind: ProjectionKind | null;
}

async function streamsThen(
  client: Queryable,
  { namespace, axis, instant }: HeldSearch,
): Promise<readonly StreamsRow[]> {
  const { rows } = await client.query<StreamsRow>(
    `SELECT s.entity_type AS "entityType", min(p.kind) AS kind,
       count(*) FILTER (WHERE s.${axis === 'recorded' ? 'first_recorded' : 'first_occurred'} <= $2) AS entities
     FROM stream s LEFT JOIN projection p USING (namespace, entity_type) WHERE s.namespace = $1
     GROUP BY s.entity_type ORDER BY s.entity_type`,
    [askable(namespace), instant],
  );
  return rows;
}

interface TypeCount {
  readonly entityType: string;
  readonly count: bigint;
}

const countsOf = (rows: readonly TypeCount[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ entityType, count }) => [entityType, Number(count)]));

async function removedThen(
  client: Queryable,
  { axis, instant }: HeldSearch,
  namespaceId: number,
): Promise<ReadonlyMap<string, number>> {
  const { bind, values } = new Binder();
  const last = lastEventThen(axis, { at: 'instant', instant }, (value) => bind(value, 'bigint'));
  const { rows } = await client.query<TypeCount>(
    `SELECT s.entity_type AS "entityType", count(*) AS count FROM (
       SELECT DISTINCT k.stream_id FROM searchable_event k WHERE k.namespace_id = ${bind(namespaceId, 'integer')}
         AND k.is_removed AND ${axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at'} <= ${bind(instant, 'bigint')}
     ) k JOIN stream s ON s.id = k.stream_id JOIN LATERAL (${last}) e ON e.removed GROUP BY 1`,
    values,
  );
  return countsOf(rows);
}

async function eventsThen(
  client: Queryable,
  { axis, instant }: HeldSearch,
  { id, first, last }: { readonly id: number; readonly first: bigint; readonly last: bigint | null },
): Promise<ReadonlyMap<string, number>> {
  const end = (last ?? first) + DAY;
  const to = instant < end ? instant + 1n : end;
  if (to <= first) return NONE;
  const binder = new Binder();
  const rolled = rowsOf({ namespaceId: id, axis, width: DAY, days: null, from: first, to }, binder);
  const { rows } = await client.query<TypeCount>(
    `SELECT t.text AS "entityType", k.count FROM (
       SELECT entity_type_id, sum(events)::bigint AS count FROM (${rolled}) r GROUP BY 1
     ) k JOIN term t ON t.id = k.entity_type_id`,
    binder.values,
  );
  return countsOf(rows);
}

async function noteEventsThen(client: Queryable, { namespace, axis, instant }: HeldSearch): Promise<number> {
  const { rows } = await client.query<{ events: bigint }>(
    `SELECT count(*) AS events FROM stream s JOIN event e ON e.stream_id = s.id
     WHERE s.namespace = $1 AND s.entity_type = $2 AND e.${axis === 'recorded' ? 'recorded_high' : 'occurred_at'} <= $3`,
    [askable(namespace), NOTES_ENTITY_TYPE, instant],
  );
  return Number(rows[0]?.events ?? 0n);
}
