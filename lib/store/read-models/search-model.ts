/**
 * The read model that searches walk: what events can be found by, and how many there were when, on either axis.
 *
 * All of it is made inside PostgreSQL, a step at a time. Law: after any steps the rows are those that one step over the same events
 * would have made.
 */
import type { Pool, PoolClient } from 'pg';
import { EVENT_FLAGS } from '#core';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import { lastOfStep } from './step-range.ts';
import { inTurn, type Turn } from './turn.ts';

export const SEARCH_MODEL: Turn = {
  name: 'search',
  // The number goes up whenever a row would be made otherwise.
  basis: '1',
  tables: ['searchable_event', 'searchable_text', 'rollup', 'actor_rollup', 'term'],
};

/** How far it is after the step; null: another process has the turn. */
export function stepSearch(pool: Pool): Promise<bigint | null> {
  return inTurn(pool, SEARCH_MODEL, async (client, from) => {
    const to = await lastOfStep(client, from);
    if (to > from) await takeIn(client, from, to);
    return to;
  });
}

async function takeIn(client: PoolClient, from: bigint, to: bigint): Promise<void> {
  for (const statement of [TERMS, EVENTS, TEXTS, ROLLUPS, ACTORS]) await client.query(statement, [from, to]);
}

/** The bound is repeated for the body, lest a join begin with the first body of the log. */
const STEP = `event e JOIN event_body b ON b.position = e.position JOIN stream s ON s.id = e.stream_id
  WHERE e.position > $1 AND e.position <= $2 AND b.position > $1 AND b.position <= $2`;

const TERMS = `INSERT INTO term (namespace, kind, text)
  SELECT v.namespace, v.kind, v.text FROM (
    SELECT DISTINCT v.namespace, v.kind, v.text
    FROM (SELECT s.namespace, s.entity_type, e.type, b.source, b.actor FROM ${STEP}) step, LATERAL (VALUES
      ('' COLLATE "C", 'namespace' COLLATE "C", step.namespace), (step.namespace, 'entityType', step.entity_type),
      (step.namespace, 'type', step.type), (step.namespace, 'source', step.source), (step.namespace, 'actor', step.actor)
    ) AS v(namespace, kind, text)
    WHERE v.text IS NOT NULL
  ) v
  WHERE NOT EXISTS (SELECT FROM term t WHERE t.namespace = v.namespace AND t.kind = v.kind AND t.text = v.text)
  ORDER BY v.namespace, v.kind, v.text`;

const EVENTS = `INSERT INTO searchable_event (position, stream_id, recorded_at, occurred_at, version, namespace_id,
    entity_type_id, type_id, source_id, actor_id, is_own, occurred_is_ours, is_removed, is_late, is_out_of_order,
    is_reordered)
  SELECT step.position, step.stream_id, step.recorded_at, step.occurred_at, step.version, n.id, et.id, t.id, so.id, a.id,
    step.type ^@ '${OWN_TYPE_PREFIX}', step.is_ours, step.removed,
    coalesce(NOT step.is_ours AND step.occurred_at < greatest(step.high, before.high), false),
    step.flags & ${EVENT_FLAGS.recordedWentBack} <> 0,
    coalesce(step.occurred_at < greatest(step.highest, before.highest), false)
  FROM (
    SELECT e.position, e.stream_id, e.recorded_at, e.occurred_at, e.version, e.type, e.removed, e.flags, s.namespace,
      s.entity_type, b.source, b.actor, e.flags & ${EVENT_FLAGS.occurredIsOurs} <> 0 AS is_ours,
      max(CASE WHEN e.flags & ${EVENT_FLAGS.occurredIsOurs} = 0 THEN e.occurred_at END)
        OVER earlier AS high, max(e.occurred_at) OVER earlier AS highest
    FROM ${STEP}
    WINDOW earlier AS (PARTITION BY e.stream_id ORDER BY e.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ) step
  JOIN term n ON n.namespace = '' AND n.kind = 'namespace' AND n.text = step.namespace
  JOIN term et ON et.namespace = step.namespace AND et.kind = 'entityType' AND et.text = step.entity_type
  JOIN term t ON t.namespace = step.namespace AND t.kind = 'type' AND t.text = step.type
  JOIN term so ON so.namespace = step.namespace AND so.kind = 'source' AND so.text = step.source
  LEFT JOIN term a ON a.namespace = step.namespace AND a.kind = 'actor' AND a.text = step.actor
  LEFT JOIN LATERAL (
    SELECT max(k.occurred_at) AS highest, (SELECT g.occurred_at FROM searchable_event g
        WHERE g.stream_id = step.stream_id AND NOT step.is_ours AND NOT g.occurred_is_ours
        ORDER BY g.occurred_at DESC, g.position DESC LIMIT 1) AS high
    FROM searchable_event k WHERE k.stream_id = step.stream_id
  ) before ON true
  ORDER BY step.position`;

/**
 * What free text is looked for in, over event e, event_body b and stream s: all that people read of an event. Escapes of JSON are blanks, and
 * what is base64 is not text.
 */
export const SEARCH_TEXT = searchText(
  `CASE WHEN e.payload_format = 'json' THEN searchable_json(b.payload) END`,
);

function searchText(json: string): string {
  return `concat_ws(' ', e.type, s.entity_type, s.entity_id, b.actor,
    CASE WHEN e.payload_format IN ('yaml', 'text') THEN b.payload END,
    without_escapes(coalesce((${json})::text, CASE WHEN e.payload_format = 'json' THEN b.payload END)), without_escapes(b.metadata))`;
}

/** Both levels are computed once for what is around them: OFFSET 0 keeps them apart. */
const TEXTS = `INSERT INTO searchable_text (position, payload, words)
  SELECT position, json, searchable_words(text) FROM (
    SELECT e.position, e.json, ${searchText('e.json')} AS text
    FROM (
      SELECT e.position, e.stream_id, e.type, e.payload_format, CASE WHEN e.payload_format = 'json' THEN searchable_json(b.payload) END AS json
      FROM event e JOIN event_body b ON b.position = e.position
      WHERE e.position > $1 AND e.position <= $2 AND b.position > $1 AND b.position <= $2 OFFSET 0
    ) e JOIN event_body b ON b.position = e.position JOIN stream s ON s.id = e.stream_id
    WHERE b.position > $1 AND b.position <= $2 OFFSET 0
  ) read`;

const ROLLUPS = `INSERT INTO rollup (namespace_id, axis, step, bucket, entity_type_id, type_id, events)
  SELECT k.namespace_id, v.axis, v.step, bucket_of(v.instant, v.step), k.entity_type_id, k.type_id, count(*)
  FROM searchable_event k, LATERAL (VALUES
    (0::smallint, 1::smallint, k.recorded_at), (0, 24, k.recorded_at), (1, 1, k.occurred_at), (1, 24, k.occurred_at)
  ) AS v(axis, step, instant)
  WHERE k.position > $1 AND k.position <= $2 AND NOT k.is_own
  GROUP BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (namespace_id, axis, step, bucket, entity_type_id, type_id)
    DO UPDATE SET events = rollup.events + EXCLUDED.events`;

const ACTORS = `INSERT INTO actor_rollup (namespace_id, axis, bucket, actor_id, events)
  SELECT k.namespace_id, v.axis, bucket_of(v.instant, 24), k.actor_id, count(*)
  FROM searchable_event k, LATERAL (VALUES (0::smallint, k.recorded_at), (1, k.occurred_at)) AS v(axis, instant)
  WHERE k.position > $1 AND k.position <= $2 AND NOT k.is_own AND k.actor_id IS NOT NULL
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (namespace_id, axis, bucket, actor_id) DO UPDATE SET events = actor_rollup.events + EXCLUDED.events`;
