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
 *
 * The events between tell the versions of a stream at both moments where its clock ran in the order of the log, of which the store knows since when it
 * has; of other streams the last event is looked up. What a leaf was is known by the index of changes alone, but where its value may only be written
 * otherwise: the rows of before lie all over the log, and the larger it is, the more of them on the disk.
 *
 * With OFFSET 0 the streams that moved are looked up one by one: a join would read all streams of the store for a few of them. The leaves of an
 * entity stay with it in an array: the planner takes what moved for one row, and would join leaves to entities by going through all of both.
 */
function differing({ namespace, from, to, known }: ComparedMoments, { bind }: Binder): string {
  const swaps = isBefore(to, from);
  const at = (moment: ComparedMoment) =>
    lastEventThen('recorded', moment, (value) => bind(value, 'bigint'), known);
  const version = (bound: 'before' | 'after', looked: string) =>
    `CASE WHEN m.in_order THEN m.${(bound === 'before') === swaps ? 'last' : 'first - 1'} ELSE coalesce(${looked}.version, 0) END`;
  // Of equal numbers one may be written otherwise.
  const text = (change: string) =>
    `(SELECT c.value FROM change c WHERE c.stream_id = m.id AND c.path_id = n.path_id AND c.version = ${change}.version)`;
  const isThere = (version: string) =>
    `m.${version} > 0 AND NOT EXISTS (SELECT FROM searchable_event r WHERE r.stream_id = m.id AND r.version = m.${version} AND r.is_removed)`;
  return `WITH candidate AS MATERIALIZED (
      SELECT k.stream_id, min(k.version) AS first, max(k.version) AS last, ${inOrder(from, to)} AS in_order
      FROM searchable_event k LEFT JOIN recorded_order o USING (namespace_id)
      WHERE k.namespace_id = (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = ${bind(namespace, 'text')})
        AND ${between({ from, to, known }, bind)}
      GROUP BY k.stream_id HAVING NOT bool_and(k.is_own)
    ), versions AS MATERIALIZED (
      SELECT s.id, s.entity_type, s.entity_id, ${version('before', 'a')} AS version_before, ${version('after', 'b')} AS version_after
      FROM candidate m JOIN LATERAL (SELECT * FROM stream WHERE id = m.stream_id OFFSET 0) s ON true
      LEFT JOIN LATERAL (SELECT * FROM (${at(from)}) a WHERE NOT m.in_order OFFSET 0) a ON true
      LEFT JOIN LATERAL (SELECT * FROM (${at(to)}) b WHERE NOT m.in_order OFFSET 0) b ON true
      WHERE s.entity_type <> ${bind(NOTES_ENTITY_TYPE, 'text')}
    ), moved AS MATERIALIZED (
      SELECT m.*, abs(version_after - version_before) AS events, ${isThere('version_before')} AS was, ${isThere('version_after')} AS is_there
      FROM versions m WHERE version_before <> version_after
    ), d AS MATERIALIZED (
      SELECT m.*, l.paths, coalesce(cardinality(l.paths), 0) AS fields,
        CASE WHEN was AND is_there THEN 'changed' WHEN is_there THEN 'appeared' ELSE 'vanished' END AS became
      FROM moved m LEFT JOIN LATERAL (
        SELECT array_agg(n.path_id) AS paths FROM (
          SELECT DISTINCT ON (c.path_id) c.path_id, c.version, c.value_key FROM change c
          WHERE c.stream_id = m.id AND c.version > least(m.version_before, m.version_after)
            AND c.version <= greatest(m.version_before, m.version_after) ORDER BY c.path_id, c.version DESC
        ) n LEFT JOIN LATERAL (
          SELECT c.version, c.value_key FROM change c
          WHERE c.stream_id = m.id AND c.path_id = n.path_id AND c.version <= least(m.version_before, m.version_after)
          ORDER BY c.version DESC LIMIT 1
        ) o ON true
        WHERE o.value_key IS DISTINCT FROM n.value_key OR (${text('o')} IS DISTINCT FROM ${text('n')})
      ) l ON true
      WHERE was <> is_there OR l.paths IS NOT NULL
    ), changed AS MATERIALIZED (
      SELECT x.path_id, count(*) AS entities FROM d CROSS JOIN LATERAL unnest(d.paths) AS x(path_id)
      WHERE d.became = 'changed' GROUP BY x.path_id
    )`;
}

/** Mixed moments are no question of order alone. */
const isBefore = (one: ComparedMoment, other: ComparedMoment): boolean =>
  one.at === other.at && atOf(one) < atOf(other);

/**
 * Whether the events of a stream between two moments are all that lie between its versions. Of positions they are; of instants where none of them was
 * recorded before one with a lower position: then all before them had been recorded by the earlier moment, and all behind them after the later one. Of
 * the product's own events the store does not know it.
 */
function inOrder(from: ComparedMoment, to: ComparedMoment): string {
  if (from.at !== to.at) return 'false';
  return from.at === 'position'
    ? 'true'
    : 'min(k.position) > coalesce(min(o.last_behind), 0) AND NOT bool_or(k.is_own)';
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
