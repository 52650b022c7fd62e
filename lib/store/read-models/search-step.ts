/**
 * All that a step adds to what searches walk, as one statement over events behind position $1 and up to $2, each read once.
 *
 * PostgreSQL has no idea how many rows a step has. So everything that lies in a large table is looked up for one row of few after the other, in
 * subqueries that nothing else can be made of, and {@link WALKED} keeps it from meeting every event with every name.
 */
import { EVENT_FLAGS } from '#core';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import { addedUp, countsOf, DAYS_A_BLOCK, HOURS_A_DAY } from './packed-counts.ts';
import { searchText } from './search-text.ts';
import { steppedEvents } from './stepped-events.ts';

/** Microseconds. */
const HOUR = 3_600_000_000;
const DAY = HOURS_A_DAY * HOUR;

const COLUMNS = `e.position, e.stream_id, e.recorded_at, e.occurred_at, e.version, e.type, e.removed, e.flags, e.payload_format,
  b.source, b.actor, b.event_id, b.correlation_id, b.causation_id, b.payload, b.metadata, e.flags & ${EVENT_FLAGS.occurredIsOurs} <> 0 AS is_ours`;

/**
 * In the order of positions, which one look at a stream for each event leaves as it is. What came earlier in the stream is found out without
 * all that the events say, which would be sorted with it.
 */
const EVENTS = `step AS MATERIALIZED (
    SELECT e.*, s.* FROM (${steppedEvents(COLUMNS, { from: '$1', to: '$2' })} OFFSET 0) e, LATERAL (
      SELECT namespace, entity_type, entity_id FROM stream WHERE id = e.stream_id OFFSET 0
    ) s
  ), earlier AS MATERIALIZED (
    SELECT position, max(CASE WHEN NOT is_ours THEN occurred_at END) OVER earlier AS high, max(occurred_at) OVER earlier AS highest
    FROM step
    WINDOW earlier AS (PARTITION BY stream_id ORDER BY version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )`;

/** Names become numbers once for all events that have the same ones. */
const NAMES = `named AS MATERIALIZED (
    SELECT DISTINCT namespace, entity_type, type, source, actor FROM step
  ), name AS MATERIALIZED (
    SELECT n.*, (SELECT id FROM term t WHERE t.namespace = n.namespace AND t.kind = n.kind AND t.text = n.text) AS id
    FROM (
      SELECT DISTINCT v.namespace, v.kind, v.text
      FROM named, LATERAL (VALUES
        ('' COLLATE "C", 'namespace' COLLATE "C", named.namespace), (named.namespace, 'entityType', named.entity_type),
        (named.namespace, 'type', named.type), (named.namespace, 'source', named.source), (named.namespace, 'actor', named.actor)
      ) AS v(namespace, kind, text)
      WHERE v.text IS NOT NULL
    ) n
  ), fresh AS (
    INSERT INTO term (namespace, kind, text)
    SELECT namespace, kind, text FROM name WHERE id IS NULL ORDER BY namespace, kind, text RETURNING namespace, kind, text, id
  ), known AS MATERIALIZED (
    SELECT * FROM name WHERE id IS NOT NULL UNION ALL SELECT * FROM fresh
  )`;

const idOf = (kind: string, text: string): string =>
  `SELECT namespace, text AS ${text}, id FROM known WHERE kind = '${kind}'`;

/** What came before is asked once a stream. One that begins in this step, or whose times are all ours, is not asked. */
const BEFORE = `before AS MATERIALIZED (
    SELECT grown.stream_id, (SELECT max(k.occurred_at) FROM searchable_event k WHERE k.stream_id = grown.stream_id) AS highest,
      (SELECT g.occurred_at FROM searchable_event g
        WHERE g.stream_id = grown.stream_id AND grown.has_given AND NOT g.occurred_is_ours
        ORDER BY g.occurred_at DESC, g.position DESC LIMIT 1) AS high
    FROM (SELECT stream_id, bool_or(NOT is_ours) AS has_given FROM step GROUP BY stream_id HAVING min(version) > 1) grown
  )`;

const ROWS = `numbered AS MATERIALIZED (
    SELECT named.*, n.id AS namespace_id, et.id AS entity_type_id, t.id AS type_id, so.id AS source_id, a.id AS actor_id
    FROM named
    JOIN (SELECT text AS namespace, id FROM known WHERE kind = 'namespace') n USING (namespace)
    JOIN (${idOf('entityType', 'entity_type')}) et USING (namespace, entity_type)
    JOIN (${idOf('type', 'type')}) t USING (namespace, type)
    JOIN (${idOf('source', 'source')}) so USING (namespace, source)
    LEFT JOIN (${idOf('actor', 'actor')}) a USING (namespace, actor)
  ), placed AS MATERIALIZED (
    SELECT step.position, step.stream_id, step.recorded_at, step.occurred_at, step.version, of.namespace_id, of.entity_type_id,
      of.type_id, of.source_id, of.actor_id, step.type ^@ '${OWN_TYPE_PREFIX}' AS is_own, step.is_ours AS occurred_is_ours,
      step.flags & ${EVENT_FLAGS.recordedIsOurs} <> 0 AS recorded_is_ours, step.removed AS is_removed,
      coalesce(NOT step.is_ours AND step.occurred_at < greatest(earlier.high, before.high), false) AS is_late,
      step.flags & ${EVENT_FLAGS.recordedWentBack} <> 0 AS is_out_of_order,
      coalesce(step.occurred_at < greatest(earlier.highest, before.highest), false) AS is_reordered
    FROM step JOIN earlier USING (position)
    JOIN numbered of ON of.namespace = step.namespace AND of.entity_type = step.entity_type AND of.type = step.type AND of.source = step.source
      AND coalesce(of.actor, '') = coalesce(step.actor, '') AND (of.actor IS NULL) = (step.actor IS NULL)
    LEFT JOIN before USING (stream_id)
    ORDER BY step.position
  ), kept AS (
    INSERT INTO searchable_event (position, stream_id, recorded_at, occurred_at, version, namespace_id, entity_type_id,
      type_id, source_id, actor_id, is_own, occurred_is_ours, recorded_is_ours, is_removed, is_late, is_out_of_order, is_reordered)
    SELECT * FROM placed
  )`;

const ORDER = `ordered AS (
    INSERT INTO recorded_order (namespace_id, high, last_behind)
    SELECT namespace_id, max(recorded_at), coalesce(max(position) FILTER (WHERE recorded_at < greatest(e.high, o.high)), 0)
    FROM (
      SELECT namespace_id, position, recorded_at,
        max(recorded_at) OVER (PARTITION BY namespace_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS high
      FROM placed WHERE NOT is_own OFFSET 0
    ) e LEFT JOIN recorded_order o USING (namespace_id) GROUP BY namespace_id
    ON CONFLICT (namespace_id) DO UPDATE SET
      high = greatest(recorded_order.high, EXCLUDED.high), last_behind = greatest(recorded_order.last_behind, EXCLUDED.last_behind)
  )`;

/** Instants of a clock with the day they are in. OFFSET 0: the place in an array is computed once and not once for each place that it might be. */
const COUNTS = `instant AS MATERIALIZED (
    SELECT namespace_id, v.axis, bucket_of(v.at, 24) AS day, v.at, entity_type_id, type_id, actor_id
    FROM placed, LATERAL (VALUES (0::smallint, recorded_at), (1, occurred_at)) AS v(axis, at) WHERE NOT is_own
  ), rolled AS (
    INSERT INTO rollup (namespace_id, axis, day, entity_type_id, type_id, events, hours)
    SELECT namespace_id, axis, day, entity_type_id, type_id, count(*), ${countsOf('hour', HOURS_A_DAY)}
    FROM (SELECT *, (at - day) / ${HOUR} AS hour FROM instant OFFSET 0) i GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (namespace_id, axis, day, entity_type_id, type_id) DO UPDATE SET
      events = rollup.events + EXCLUDED.events, hours = ${addedUp('rollup', 'hours', HOURS_A_DAY)}
  ), acted AS (
    INSERT INTO actor_rollup (namespace_id, axis, block, actor_id, events, days)
    SELECT namespace_id, axis, block, actor_id, count(*), ${countsOf('nth', DAYS_A_BLOCK)}
    FROM (
      SELECT *, (day - block) / ${DAY} AS nth FROM (
        SELECT namespace_id, axis, day, bucket_of(day, ${24 * DAYS_A_BLOCK}) AS block, actor_id FROM instant WHERE actor_id IS NOT NULL
      ) a OFFSET 0
    ) i GROUP BY 1, 2, 3, 4
    ON CONFLICT (namespace_id, axis, block, actor_id) DO UPDATE SET
      events = actor_rollup.events + EXCLUDED.events, days = ${addedUp('actor_rollup', 'days', DAYS_A_BLOCK)}
  )`;

const TEXT = searchText({
  type: 'e.type',
  entityType: 'e.entity_type',
  event: 'e',
  body: 'e',
  json: 'e.json',
});

/**
 * What a payload is, and then the text: each is computed once for all that follow from it. Events of a type come to lie side by side. `json`: how
 * a payload that says it is JSON becomes it.
 */
const texts = (json: string): string => `said AS MATERIALIZED (
    SELECT e.position, e.entity_id, e.event_id, e.correlation_id, e.causation_id, e.payload_format, e.json, ${TEXT} AS text
    FROM (
      SELECT *, CASE WHEN payload_format = 'json' THEN ${json} END AS json FROM step OFFSET 0
    ) e
  ), worded AS (
    INSERT INTO searchable_words (position, words) SELECT position, searchable_words(text) FROM said
  )
  INSERT INTO listed_event (position, recorded_at, occurred_at, type_id, version, entity_type_id, source_id, actor_id, recorded_is_ours, occurred_is_ours,
    is_removed, is_late, is_out_of_order, entity_id, event_id, correlation_id, causation_id, payload_format, payload)
  SELECT position, p.recorded_at, p.occurred_at, p.type_id, p.version, p.entity_type_id, p.source_id, p.actor_id, p.recorded_is_ours, p.occurred_is_ours,
    p.is_removed, p.is_late, p.is_out_of_order, s.entity_id, s.event_id, s.correlation_id, s.causation_id, s.payload_format, s.json
  FROM placed p JOIN said s USING (position) ORDER BY p.type_id, position`;

const ALL_BUT_TEXTS = `WITH ${[EVENTS, NAMES, BEFORE, ROWS, ORDER, COUNTS].join(', ')}`;

/** Fails where a payload is JSON that PostgreSQL cannot hold … */
export const QUICK_SEARCH_STEP = `${ALL_BUT_TEXTS}, ${texts('payload::jsonb')}`;

/** … which is left out here. That a failure is caught takes as long for each event as all else about its text. */
export const SEARCH_STEP = `${ALL_BUT_TEXTS}, ${texts('searchable_json(payload)')}`;
