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
    FROM (SELECT DISTINCT s.namespace, s.entity_type, e.type, b.source, b.actor FROM ${STEP}) step, LATERAL (VALUES
      ('' COLLATE "C", 'namespace' COLLATE "C", step.namespace), (step.namespace, 'entityType', step.entity_type),
      (step.namespace, 'type', step.type), (step.namespace, 'source', step.source), (step.namespace, 'actor', step.actor)
    ) AS v(namespace, kind, text)
    WHERE v.text IS NOT NULL
  ) v
  WHERE NOT EXISTS (SELECT FROM term t WHERE t.namespace = v.namespace AND t.kind = v.kind AND t.text = v.text)
  ORDER BY v.namespace, v.kind, v.text`;

/**
 * Names become numbers once for all events that have the same ones, and what came before is asked once a stream: both were more than half
 * of the work when they were asked for every event. A stream that begins in this step, or whose times are all ours, is not asked.
 */
const EVENTS = `WITH step AS MATERIALIZED (
    SELECT e.position, e.stream_id, e.recorded_at, e.occurred_at, e.version, e.type, e.removed, e.flags, s.namespace,
      s.entity_type, b.source, coalesce(b.actor, '') AS actor, b.actor IS NOT NULL AS has_actor,
      e.flags & ${EVENT_FLAGS.occurredIsOurs} <> 0 AS is_ours,
      max(CASE WHEN e.flags & ${EVENT_FLAGS.occurredIsOurs} = 0 THEN e.occurred_at END)
        OVER earlier AS high, max(e.occurred_at) OVER earlier AS highest
    FROM ${STEP}
    WINDOW earlier AS (PARTITION BY e.stream_id ORDER BY e.version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ), named AS MATERIALIZED (
    SELECT d.*, n.id AS namespace_id, et.id AS entity_type_id, t.id AS type_id, so.id AS source_id, a.id AS actor_id
    FROM (SELECT DISTINCT namespace, entity_type, type, source, actor, has_actor FROM step) d
    JOIN term n ON n.namespace = '' AND n.kind = 'namespace' AND n.text = d.namespace
    JOIN term et ON et.namespace = d.namespace AND et.kind = 'entityType' AND et.text = d.entity_type
    JOIN term t ON t.namespace = d.namespace AND t.kind = 'type' AND t.text = d.type
    JOIN term so ON so.namespace = d.namespace AND so.kind = 'source' AND so.text = d.source
    LEFT JOIN term a ON a.namespace = d.namespace AND a.kind = 'actor' AND a.text = d.actor AND d.has_actor
  ), before AS MATERIALIZED (
    SELECT grown.stream_id, (SELECT max(k.occurred_at) FROM searchable_event k WHERE k.stream_id = grown.stream_id) AS highest,
      (SELECT g.occurred_at FROM searchable_event g
        WHERE g.stream_id = grown.stream_id AND grown.has_given AND NOT g.occurred_is_ours
        ORDER BY g.occurred_at DESC, g.position DESC LIMIT 1) AS high
    FROM (SELECT stream_id, bool_or(NOT is_ours) AS has_given FROM step GROUP BY stream_id HAVING min(version) > 1) grown
  )
  INSERT INTO searchable_event (position, stream_id, recorded_at, occurred_at, version, namespace_id,
    entity_type_id, type_id, source_id, actor_id, is_own, occurred_is_ours, is_removed, is_late, is_out_of_order,
    is_reordered)
  SELECT step.position, step.stream_id, step.recorded_at, step.occurred_at, step.version, named.namespace_id,
    named.entity_type_id, named.type_id, named.source_id, named.actor_id,
    step.type ^@ '${OWN_TYPE_PREFIX}', step.is_ours, step.removed,
    coalesce(NOT step.is_ours AND step.occurred_at < greatest(step.high, before.high), false),
    step.flags & ${EVENT_FLAGS.recordedWentBack} <> 0,
    coalesce(step.occurred_at < greatest(step.highest, before.highest), false)
  FROM step
  JOIN named USING (namespace, entity_type, type, source, actor, has_actor)
  LEFT JOIN before USING (stream_id)
  ORDER BY step.position`;

/**
 * What free text is looked for in, over event e, event_body b and stream s: all that people read of an event. Escapes of JSON are blanks, and
 * what is base64 is not text.
 */
export const SEARCH_TEXT = searchText(
  'b',
  `CASE WHEN e.payload_format = 'json' THEN searchable_json(b.payload) END`,
);

/** `body`: what holds the columns of a body. */
function searchText(body: string, json: string): string {
  return `concat_ws(' ', e.type, s.entity_type, s.entity_id, ${body}.actor,
    CASE WHEN e.payload_format IN ('yaml', 'text') THEN ${body}.payload END,
    without_escapes(coalesce((${json})::text, CASE WHEN e.payload_format = 'json' THEN ${body}.payload END)),
    without_escapes(${body}.metadata))`;
}

/** Both levels are computed once for what is around them: OFFSET 0 keeps them apart. */
const TEXTS = `INSERT INTO searchable_text (position, payload, words)
  SELECT position, json, searchable_words(text) FROM (
    SELECT e.position, e.json, ${searchText('e', 'e.json')} AS text
    FROM (
      SELECT e.position, e.stream_id, e.type, e.payload_format, b.actor, b.payload, b.metadata,
        CASE WHEN e.payload_format = 'json' THEN searchable_json(b.payload) END AS json
      FROM event e JOIN event_body b ON b.position = e.position
      WHERE e.position > $1 AND e.position <= $2 AND b.position > $1 AND b.position <= $2 OFFSET 0
    ) e JOIN stream s ON s.id = e.stream_id OFFSET 0
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
