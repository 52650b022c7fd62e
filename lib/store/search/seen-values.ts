/** Values that a field was seen with, to go on with from what somebody has written so far: those that events gave it last come first. */
import { type PathPattern, valueOfLeaf } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable, isHoldable } from '../read-models/holdable-text.ts';
import type { SeenField } from './event-search.ts';
import { regexOfPath } from './like-pattern.ts';
import { hasFewPaths, payloadPathsTo } from './payload-condition.ts';
import { typesWith } from './payload-shapes.ts';

/** Fields that one path with stars in it leads to; those that were there first. */
const MOST_FIELDS = 50;
/** Values that are looked at, of all these fields together, or of payloads. */
const MOST_VALUES = 2_000;
/** Events that gave a field one value and are looked at for whether they are of the namespace: the newest ones. */
const MOST_GIVING = 20;
/** Types whose payloads are looked into, and how many of those. */
const MOST_TYPES = 20;
const MOST_PAYLOADS = 400;
/** Longer ones nobody chooses from a list; the change log has cut them. */
const LONGEST = 200;

/** Strings, numbers, booleans and null as text, each once: first those that begin so, then those that hold it, in either case. */
export async function seenValues(
  from: Queryable,
  namespace: string,
  { of, path }: SeenField,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const values = of === 'state' ? changedTo(from, namespace, path) : inPayloads(from, namespace, path);
  const seen = [...new Set(await values)].filter((value) => value.length <= LONGEST);
  const begins = (value: string): boolean => value.startsWith(text);
  const sought = text.toLowerCase();
  const holding = seen.filter((value) => !begins(value) && value.toLowerCase().includes(sought));
  return [...seen.filter(begins), ...holding].slice(0, limit);
}

/** What lies in other tables is asked row by row, of which there are few: no plan may come to read one of those whole. */
async function changedTo(from: Queryable, namespace: string, path: PathPattern): Promise<readonly string[]> {
  const regex = regexOfPath(path, 'itself');
  if (!isHoldable(regex)) return [];
  const fields = await from.query<{ id: number }>(
    `SELECT id FROM path WHERE text ~ $1 ORDER BY id LIMIT ${MOST_FIELDS}`,
    [regex],
  );
  const { rows } = await from.query<{ value: string }>(VALUES, [
    fields.rows.map(({ id }) => id),
    Math.ceil(MOST_VALUES / Math.max(1, fields.rows.length)),
    askable(namespace),
  ]);
  return rows.flatMap(({ value }) => valueOfLeaf(value)?.text ?? []);
}

/** From one value of a field to the next in their index, so that a field which was changed a million times and has three of them takes three steps. */
const VALUES = `WITH RECURSIVE f AS MATERIALIZED (SELECT id FROM unnest($1::integer[]) AS f(id)), seen AS (
    SELECT f.id, 1 AS nth, (SELECT min(value_key) FROM change WHERE path_id = f.id) AS value_key FROM f
    UNION ALL
    SELECT seen.id, nth + 1, (SELECT min(value_key) FROM change c WHERE c.path_id = seen.id AND c.value_key > seen.value_key)
    FROM seen WHERE seen.value_key IS NOT NULL AND nth < $2
  )
  SELECT c.value FROM seen CROSS JOIN LATERAL (
    SELECT newest.position, newest.value, newest.is_cut FROM (
      SELECT position, stream_id, value, is_cut FROM change
      WHERE path_id = seen.id AND value_key = seen.value_key ORDER BY position DESC LIMIT ${MOST_GIVING}
    ) newest WHERE (SELECT namespace FROM stream WHERE id = newest.stream_id) = $3 ORDER BY newest.position DESC LIMIT 1
  ) c WHERE NOT c.is_cut ORDER BY c.position DESC`;

async function inPayloads(from: Queryable, namespace: string, path: PathPattern): Promise<readonly string[]> {
  if (!hasFewPaths(path)) return [];
  const types = (await typesWith(from, namespace, path)).slice(0, MOST_TYPES);
  const { rows } = await from.query<{ value: string | null }>(
    `SELECT v.value #>> '{}' AS value FROM term t CROSS JOIN LATERAL (
       SELECT position, (SELECT payload FROM listed_event WHERE type_id = t.id AND position = e.position) AS payload
       FROM searchable_event e WHERE type_id = t.id ORDER BY recorded_at DESC, position DESC LIMIT $1
     ) k CROSS JOIN unnest($2::jsonpath[]) AS p(path)
     CROSS JOIN LATERAL jsonb_path_query(k.payload, p.path, '{}', true) AS v(value)
     WHERE t.namespace = $3 AND t.kind = 'type' AND t.text = ANY($4::text[])
       AND jsonb_typeof(v.value) NOT IN ('object', 'array')
     ORDER BY k.position DESC LIMIT ${MOST_VALUES}`,
    [Math.ceil(MOST_PAYLOADS / Math.max(1, types.length)), payloadPathsTo(path), askable(namespace), types],
  );
  return rows.map(({ value }) => value ?? 'null');
}
