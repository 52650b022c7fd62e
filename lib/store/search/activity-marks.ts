/** What is odd about the events of a range: those that came late or out of order, and those that a fold could not take as they are. */
import type { Queryable } from '../event-row.ts';
import type { BoundedCount, FoundMark, FoundMarks } from './activity-search.ts';
import { Binder } from './binder.ts';
import { type ActivityRange, inRange } from './busiest.ts';

/** Nobody needs to know it closer. */
const MOST_COUNTED = 20_000;
/** More are not listed one by one. */
const NEWEST_MARKS = 50;

export async function oddIn(
  client: Queryable,
  range: ActivityRange,
  mark: 'is_late' | 'is_out_of_order',
): Promise<BoundedCount> {
  const binder = new Binder();
  const { rows } = await client.query<{ events: bigint }>(
    `SELECT count(*) AS events FROM (
       SELECT FROM searchable_event k WHERE ${inRange(range, binder)} AND k.${mark} LIMIT ${MOST_COUNTED + 1}
     ) odd`,
    binder.values,
  );
  return bounded(Number(rows[0]?.events ?? 0n));
}

/** The newest marks of the store are looked at, and of those the ones of the range are told. */
export async function marksIn(client: Queryable, range: ActivityRange): Promise<FoundMarks> {
  const binder = new Binder();
  const { rows } = await client.query<FoundMark & { readonly ofKind: bigint; readonly looked: bigint }>(
    `WITH newest AS MATERIALIZED (
       SELECT * FROM event_mark ORDER BY position DESC LIMIT ${MOST_COUNTED + 1}
     ), marked AS MATERIALIZED (
       SELECT m.* FROM newest m JOIN searchable_event k ON k.position = m.position WHERE ${inRange(range, binder)}
     )
     SELECT m.position, s.entity_type AS "entityType", s.entity_id AS "entityId", m.version, m.kind, m.message,
       m."ofKind", (SELECT count(*) FROM newest) AS looked
     FROM (SELECT *, count(*) OVER (PARTITION BY kind) AS "ofKind", row_number() OVER (PARTITION BY kind ORDER BY position DESC) AS nth
       FROM marked) m
     JOIN stream s ON s.id = m.stream_id
     WHERE m.nth <= ${NEWEST_MARKS} ORDER BY m.position DESC`,
    binder.values,
  );
  const kinds = new Map(rows.map(({ kind, ofKind }) => [kind, Number(ofKind)]));
  return {
    events: [...kinds.values()].reduce((sum, events) => sum + events, 0),
    isMore: Number(rows[0]?.looked ?? 0n) > MOST_COUNTED,
    kinds: [...kinds]
      .map(([kind, events]) => ({ kind, events }))
      .sort((a, b) => b.events - a.events || (a.kind < b.kind ? -1 : 1)),
    newest: rows.slice(0, NEWEST_MARKS).map(({ ofKind: _ofKind, looked: _looked, ...mark }) => mark),
  };
}

const bounded = (events: number): BoundedCount => ({
  events: Math.min(events, MOST_COUNTED),
  isMore: events > MOST_COUNTED,
});
