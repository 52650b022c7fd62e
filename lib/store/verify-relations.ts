/** What the tables of the log repeat of each other: counted and compared by PostgreSQL over the whole log. */
import type { PoolClient } from 'pg';
import { EVENT_FLAGS } from '#core';
import { STORE_LIMITS } from './limits.ts';
import type { VerifyProblem } from './store.ts';

export async function* relationProblems(client: PoolClient): AsyncGenerator<VerifyProblem> {
  for (const check of CHECKS) {
    // One more than is listed tells that there are more.
    const { rows } = await client.query<VerifyProblem>(`${check} LIMIT ${STORE_LIMITS.listedProblems + 1}`);
    yield* rows;
  }
}

const ORPHANS = (table: string) => `
  SELECT t.position, 'a row of ${table} belongs to no event' AS what
  FROM ${table} t WHERE NOT EXISTS (SELECT FROM event e WHERE e.position = t.position)`;

const DENSE_VERSIONS = `
  SELECT null::bigint AS position, format('stream %s (%s %s) has %s events and version %s; its newest event has version %s',
    s.id, s.entity_type, s.entity_id, coalesce(e.events, 0), s.version, e.newest) AS what
  FROM stream s
  LEFT JOIN (SELECT stream_id, count(*) AS events, max(version) AS newest FROM event GROUP BY stream_id) e ON e.stream_id = s.id
  WHERE e.events IS DISTINCT FROM s.version OR e.newest IS DISTINCT FROM s.version`;

const RUNNING_MAXIMUM = `
  SELECT position, 'recorded_high is not the running maximum of recorded_at' AS what
  FROM (SELECT position, recorded_high, max(recorded_at) OVER (PARTITION BY stream_id ORDER BY version) AS high FROM event) e
  WHERE recorded_high <> high`;

/** Within a stream a later version has a later position. */
const ONE_ORDER = `
  SELECT position, 'its version and its position order the stream differently' AS what
  FROM (SELECT position, lag(position) OVER (PARTITION BY stream_id ORDER BY version) AS before FROM event) e
  WHERE before >= position`;

const STREAM_HEADS = `
  SELECT e.newest AS position, format('the head of stream %s (%s %s) does not agree with its events', s.id, s.entity_type, s.entity_id) AS what
  FROM stream s
  JOIN (SELECT stream_id, max(position) AS newest, max(recorded_at) AS last_recorded, min(occurred_at) AS first_occurred,
      max(occurred_at) AS last_occurred, min(recorded_high) AS first_recorded,
      bool_and(flags & ${EVENT_FLAGS.recordedIsOurs} = 0) AS recorded_given
    FROM event GROUP BY stream_id) e ON e.stream_id = s.id
  JOIN event last ON last.stream_id = s.id AND last.version = s.version
  WHERE (s.last_position, s.first_recorded, s.last_recorded, s.first_occurred, s.last_occurred, s.removed, s.recorded_given)
    IS DISTINCT FROM (e.newest, e.first_recorded, e.last_recorded, e.first_occurred, e.last_occurred, last.removed, e.recorded_given)`;

const IMPORT_COUNTS = `
  SELECT e.first AS position, format('import %s says that it added %s events; the log has %s of it',
    coalesce(i.id, e.import_id), coalesce(i.added::text, 'nothing of'), coalesce(e.events, 0)) AS what
  FROM import i
  FULL JOIN (SELECT import_id, count(*) AS events, min(position) AS first FROM event WHERE import_id IS NOT NULL GROUP BY import_id) e
    ON e.import_id = i.id
  WHERE coalesce(i.added, -1) <> coalesce(e.events, 0)`;

const CHECKS = [
  ORPHANS('event_body'),
  ORPHANS('event_link'),
  DENSE_VERSIONS,
  RUNNING_MAXIMUM,
  ONE_ORDER,
  STREAM_HEADS,
  IMPORT_COUNTS,
];
