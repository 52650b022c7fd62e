/**
 * What differs between two moments of a namespace, as we knew it: which entities appeared, vanished and changed, and what of them.
 *
 * Neither moment has to be the earlier one. Of an instant and a position nobody could say which is, where clocks went back: one stream may
 * have gone on between them, and another one the other way round.
 *
 * Only streams that have events between the two are looked at, and of those only what the change log has between. Law: an entity is listed exactly
 * where its two states differ or one of them is absent; its number of fields is the number of leaves in which they differ.
 */
import { NOTES_ENTITY_TYPE } from '#core';
import { lastEventThen } from '../entity-reads.ts';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { Binder } from './binder.ts';
import type { ComparedMoment, ComparedMoments, FoundComparison } from './moment-comparison.ts';

const SHOWN = 20;

export async function comparison(client: Queryable, asked: ComparedMoments): Promise<FoundComparison> {
  const limit = Math.min(asked.limit, STORE_LIMITS.comparedEntities);
  const { entities, ...differences } = await differencesOf(client, asked, limit + 1);
  const actors = await actorsOf(client, asked);
  return {
    ...differences,
    ...actors,
    entities: entities.slice(0, limit),
    isMore: entities.length > limit,
  };
}

type Differences = Omit<FoundComparison, 'actors' | 'allActors' | 'isMore'>;

/** All in one statement, so that what differs is looked for once. */
async function differencesOf(client: Queryable, asked: ComparedMoments, limit: number): Promise<Differences> {
  const binder = new Binder();
  const rows = differing(asked, binder);
  const { bind, values } = binder;
  const listed = [
    asked.after === null
      ? 'true'
      : `(entity_type, entity_id) > (${bind(asked.after.entityType, 'text')}, ${bind(asked.after.entityId, 'text')})`,
    asked.became === null ? 'true' : `became = ${bind(asked.became, 'text')}`,
    asked.entityType === null ? 'true' : `entity_type = ${bind(asked.entityType, 'text')}`,
  ];
  const found = await client.query<Differences>(
    `${rows} SELECT
       (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT entity_type AS "entityType", entity_id AS "entityId", became, fields, events,
           version_before AS "versionBefore", version_after AS "versionAfter"
         FROM d WHERE ${listed.join(' AND ')} ORDER BY entity_type, entity_id LIMIT ${limit}) x) AS entities,
       (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT entity_type AS "entityType", count(*) FILTER (WHERE became = 'appeared') AS appeared,
           count(*) FILTER (WHERE became = 'vanished') AS vanished, count(*) FILTER (WHERE became = 'changed') AS changed,
           sum(fields) AS fields, sum(events) AS events
         FROM d GROUP BY entity_type ORDER BY entity_type) x) AS types,
       (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT p.text AS path, n.entities FROM changed n JOIN path p ON p.id = n.path_id
         ORDER BY n.entities DESC, p.text LIMIT ${SHOWN}) x) AS paths,
       (SELECT count(*)::integer FROM changed) AS "allPaths"`,
    values,
  );
  return found.rows[0] ?? { types: [], paths: [], allPaths: 0, entities: [] };
}

/**
 * Rows `d`: what became of every entity that moved, and the leaves in which it differs; rows `changed`: in how many entities each leaf does.
 * With OFFSET 0 the streams that moved are looked up one by one: a join would read all streams of the store for a few of them. The leaves of an
 * entity stay with it in an array: the planner takes what moved for one row, and would join leaves to entities by going through all of both.
 */
function differing({ namespace, from, to, known }: ComparedMoments, { bind }: Binder): string {
  const at = (moment: ComparedMoment) =>
    lastEventThen('recorded', moment, (value) => bind(value, 'bigint'), known);
  return `WITH candidate AS MATERIALIZED (
      SELECT DISTINCT k.stream_id FROM searchable_event k
      WHERE k.namespace_id = (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = ${bind(namespace, 'text')})
        AND NOT k.is_own AND ${between({ from, to, known }, bind)}
    ), moved AS MATERIALIZED (
      SELECT s.id, s.entity_type, s.entity_id, coalesce(a.version, 0) AS version_before, coalesce(b.version, 0) AS version_after,
        abs(coalesce(b.version, 0) - coalesce(a.version, 0)) AS events,
        a.version IS NOT NULL AND NOT a.removed AS was, b.version IS NOT NULL AND NOT b.removed AS is_there
      FROM candidate m JOIN LATERAL (SELECT * FROM stream WHERE id = m.stream_id OFFSET 0) s ON true
      LEFT JOIN LATERAL (${at(from)}) a ON true LEFT JOIN LATERAL (${at(to)}) b ON true
      WHERE s.entity_type <> ${bind(NOTES_ENTITY_TYPE, 'text')} AND a.version IS DISTINCT FROM b.version
    ), d AS MATERIALIZED (
      SELECT m.*, l.paths, coalesce(cardinality(l.paths), 0) AS fields,
        CASE WHEN was AND is_there THEN 'changed' WHEN is_there THEN 'appeared' ELSE 'vanished' END AS became
      FROM moved m LEFT JOIN LATERAL (
        SELECT array_agg(n.path_id) AS paths FROM (
          SELECT DISTINCT ON (c.path_id) c.path_id, c.value_key, c.value FROM change c
          WHERE c.stream_id = m.id AND c.version > least(m.version_before, m.version_after)
            AND c.version <= greatest(m.version_before, m.version_after) ORDER BY c.path_id, c.version DESC
        ) n LEFT JOIN LATERAL (
          SELECT c.value_key, c.value FROM change c
          WHERE c.stream_id = m.id AND c.path_id = n.path_id AND c.version <= least(m.version_before, m.version_after)
          ORDER BY c.version DESC LIMIT 1
        ) o ON true
        WHERE (o.value_key, o.value) IS DISTINCT FROM (n.value_key, n.value)
      ) l ON true
      WHERE was <> is_there OR l.paths IS NOT NULL
    ), changed AS MATERIALIZED (
      SELECT x.path_id, count(*) AS entities FROM d CROSS JOIN LATERAL unnest(d.paths) AS x(path_id)
      WHERE d.became = 'changed' GROUP BY x.path_id
    )`;
}

/**
 * Events that were there at one of the moments and not at the other. By the clock it may let in more, where clocks went back: versions are
 * compared afterwards.
 */
function between(
  { from, to, known }: Pick<ComparedMoments, 'from' | 'to' | 'known'>,
  bind: Binder['bind'],
): string {
  const isKnown = `k.position <= ${bind(known, 'bigint')}`;
  const [low, high] = [from, to].map((moment) => bind(atOf(moment), 'bigint'));
  if (from.at === to.at) {
    const column = from.at === 'instant' ? 'k.recorded_at' : 'k.position';
    return `${isKnown} AND ${column} > least(${low}, ${high}) AND ${column} <= greatest(${low}, ${high})`;
  }
  const [instant, position] = from.at === 'instant' ? [low, high] : [high, low];
  return `${isKnown} AND (k.recorded_at > ${instant} AND k.position <= ${position} OR k.recorded_at <= ${instant} AND k.position > ${position})`;
}

const atOf = (moment: ComparedMoment): bigint => (moment.at === 'instant' ? moment.instant : moment.position);

/** Of all that happened between, not only of what left a difference. */
async function actorsOf(
  client: Queryable,
  { namespace, ...moments }: ComparedMoments,
): Promise<Pick<FoundComparison, 'actors' | 'allActors'>> {
  const { bind, values } = new Binder();
  const { rows } = await client.query<FoundComparison['actors'][number] & { readonly all: number }>(
    `SELECT t.text AS actor, n.events, n.all FROM (
       SELECT k.actor_id, count(*)::integer AS events, (count(*) OVER ())::integer AS all FROM searchable_event k
       WHERE k.namespace_id = (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = ${bind(namespace, 'text')})
         AND NOT k.is_own AND ${between(moments, bind)}
       GROUP BY k.actor_id ORDER BY events DESC, k.actor_id LIMIT ${SHOWN}
     ) n LEFT JOIN term t ON t.id = n.actor_id ORDER BY n.events DESC, t.text`,
    values,
  );
  return { actors: rows.map(({ actor, events }) => ({ actor, events })), allActors: rows[0]?.all ?? 0 };
}
