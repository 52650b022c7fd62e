/** Entities that a query finds as they were at a moment, with the values that some of their fields had then. */
import { type Axis, asksForStates, NOTES_ENTITY_TYPE, ok, type Result } from '#core';
import { pageBehind } from '../behind-entity.ts';
import { begunBy, lastEventThen, lastVersionThen } from '../entity-reads.ts';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import { digestOf } from '../read-models/paths.ts';
import { Binder } from './binder.ts';
import { entityConditionOf } from './entity-condition.ts';
import type { EntityMoment, EntitySearch, FoundEntity, FoundEntityPage, FoundValue } from './event-search.ts';
import { HELD_ELSEWHERE, isContainer } from './held-elsewhere.ts';
import { namesOf } from './names.ts';
import { readingAhead } from './reading-ahead.ts';

export async function foundEntities(from: Queryable, asked: EntitySearch): Promise<Result<FoundEntityPage>> {
  const binder = new Binder();
  const scope = await scopeOf(from, asked, binder);
  if (!scope.ok) return scope;
  const asksFields = asked.columns.length > 0 || asksForStates(asked.query);
  const mayBeReordered = asked.axis === 'occurred' && asksFields;
  const limit = Math.min(asked.limit, STORE_LIMITS.pageEntities);
  const rows = await pageBehind(asked.after, limit + 1, async (behind, most) => {
    const { bind, values } = binder.copy();
    const { rows } = await from.query<EntityRow>(
      `SELECT s.id, s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.removed,
         e.position, e.recorded_high AS "lastRecorded", e.occurred_at AS "lastOccurred", e.type AS "lastType",
         ${mayBeReordered ? IS_REORDERED : 'false'} AS "isReordered",
         ${knownThen(asked, bind)} AS known
       FROM ${scope.value}${behind === null ? '' : ` AND ${behind((text) => bind(text, 'text'))}`}
       ORDER BY s.entity_type, s.entity_id LIMIT ${most}`,
      values,
    );
    return rows;
  });
  const shown = rows.slice(0, limit);
  const values = await valuesThen(
    from,
    shown.filter(({ isReordered }) => !isReordered),
    asked.columns,
  );
  const actors = await actorsAt(
    from,
    shown.map(({ position }) => position),
  );
  const changedTo = await changedToOf(from);
  return ok({
    entities: shown.map(({ id, position, ...row }) => {
      return { ...row, lastActor: actors.get(position) ?? null, values: values.get(id) ?? [] };
    }),
    isMore: rows.length > limit,
    changedTo,
  });
}

/** Versions and positions grow together in a stream. */
function knownThen({ axis, moment }: EntitySearch, bind: Binder['bind']): string {
  if (axis === 'recorded' || moment.at !== 'position') return 'NULL::integer';
  return `(SELECT k.version FROM event k WHERE k.stream_id = s.id AND k.position <= ${bind(moment.position, 'bigint')}
    ORDER BY k.version DESC LIMIT 1)`;
}

type EntityRow = Omit<FoundEntity, 'values' | 'lastActor'> & {
  readonly id: bigint;
  readonly position: bigint;
};

/** By the positions of events, which lie all over the log. */
async function actorsAt(
  from: Queryable,
  positions: readonly bigint[],
): Promise<ReadonlyMap<bigint, string | null>> {
  if (positions.length === 0) return new Map();
  const { rows } = await readingAhead(from, () =>
    from.query<{ position: bigint; actor: string | null }>(
      'SELECT position, actor FROM event_body WHERE position = ANY($1::bigint[])',
      [positions],
    ),
  );
  return new Map(rows.map(({ position, actor }) => [position, actor]));
}

/** On the occurred axis with those of which it is not known. */
export async function countFoundEntities(
  from: Queryable,
  asked: Omit<EntitySearch, 'after' | 'limit' | 'columns'>,
): Promise<Result<number>> {
  const binder = new Binder();
  const scope = await scopeOf(from, asked, binder);
  if (!scope.ok) return scope;
  const { rows } = await from.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM ${scope.value}`,
    binder.values,
  );
  return ok(Number(rows[0]?.count ?? 0n));
}

async function scopeOf(
  from: Queryable,
  asked: Omit<EntitySearch, 'after' | 'limit' | 'columns'>,
  { bind }: Binder,
): Promise<Result<string>> {
  const { namespace, query, moment, axis, withRemoved, type, idContains } = asked;
  // No stored name holds what PostgreSQL cannot.
  if (![namespace, type ?? '', idContains ?? ''].every(isHoldable)) return ok(NOTHING);
  const condition = entityConditionOf(query, await namesOf(from, namespace, query), bind);
  if (!condition.ok) return condition;
  // Of the others it is known at once.
  const maybe = axis === 'occurred' && asksForStates(query) ? `${IS_REORDERED} OR ` : '';
  return ok(`stream s ${asksForStates(query) ? versionFirst(axis, moment, bind) : eventFirst(axis, moment, bind)}
    WHERE s.namespace = ${bind(namespace, 'text')}
      AND s.entity_type ${type === undefined ? '<>' : '='} ${bind(type ?? NOTES_ENTITY_TYPE, 'text')}
      ${idContains === undefined ? '' : `AND strpos(lower(s.entity_id), lower(${bind(idContains, 'text')} COLLATE "C")) > 0`}
      ${moment.at === 'instant' ? `AND ${begunBy(axis, bind(moment.instant, 'bigint'))}` : ''}
      ${withRemoved ? '' : 'AND NOT e.removed'} AND (${maybe}${condition.value})`);
}

const NOTHING = 'stream s JOIN event e ON false WHERE false';

const eventFirst = (axis: Axis, moment: EntityMoment, bind: Binder['bind']): string =>
  `JOIN LATERAL (${lastEventThen(axis, moment, (value) => bind(value, 'bigint'))}) e ON true JOIN LATERAL (SELECT e.version) k ON true`;

/** A state is asked with the version alone: the events, which lie all over the log, are read of those entities that are found. */
const versionFirst = (axis: Axis, moment: EntityMoment, bind: Binder['bind']): string =>
  `JOIN LATERAL (${lastVersionThen(axis, moment, (value) => bind(value, 'bigint'))}) k ON true
    JOIN event e ON e.stream_id = s.id AND e.version = k.version`;

const IS_REORDERED = '(EXISTS (SELECT FROM searchable_event r WHERE r.stream_id = s.id AND r.is_reordered))';

interface ValueRow extends FoundValue {
  readonly id: bigint;
}

/** Paths that no event ever changed are not there. */
async function valuesThen(
  from: Queryable,
  rows: readonly EntityRow[],
  columns: readonly string[],
): Promise<ReadonlyMap<bigint, readonly FoundValue[]>> {
  const values = new Map<bigint, FoundValue[]>();
  if (rows.length === 0 || columns.length === 0) return values;
  const { rows: found } = await from.query<ValueRow>(
    `SELECT w.id, p.text AS path, c.value, c.is_cut AS "isCut"
     FROM unnest($1::bigint[], $2::integer[]) AS w(id, version), path p
     JOIN LATERAL (SELECT value, is_cut FROM change c
       WHERE c.stream_id = w.id AND c.path_id = p.id AND c.version <= w.version ORDER BY c.version DESC LIMIT 1) c ON true
     WHERE p.digest = ANY($3::bytea[]) AND c.value IS NOT NULL`,
    [rows.map(({ id }) => id), rows.map(({ version }) => version), columns.map(digestOf)],
  );
  for (const { id, ...value } of found) values.set(id, [...(values.get(id) ?? []), value]);
  const open = rows.filter(({ id }) => {
    const plain = (values.get(id) ?? []).filter(({ value }) => !isContainer(value));
    return plain.length < columns.length;
  });
  for (const { id, path } of await holdersThen(from, open, columns.filter(isHoldable))) {
    const others = (values.get(id) ?? []).filter((one) => one.path !== path);
    values.set(id, [...others, { path, ...HELD_ELSEWHERE }]);
  }
  return values;
}

/** What an object or an array holds are leaves below it: they are looked for among so many fields that the entity ever had. */
const MOST_FIELDS = 5_000;

async function holdersThen(
  from: Queryable,
  rows: readonly EntityRow[],
  columns: readonly string[],
): Promise<readonly { readonly id: bigint; readonly path: string }[]> {
  if (rows.length === 0 || columns.length === 0) return [];
  const { rows: found } = await from.query<{ id: bigint; path: string }>(HOLDERS, [
    rows.map(({ id }) => id),
    rows.map(({ version }) => version),
    columns,
  ]);
  return found;
}

/** From one field of an entity to the next in their index: other entities may have any number of fields below the same place. */
const HOLDERS = `WITH RECURSIVE w AS MATERIALIZED (SELECT * FROM unnest($1::bigint[], $2::integer[]) AS w(id, version)), own AS (
    SELECT w.id, w.version, 1 AS nth, (SELECT min(path_id) FROM change WHERE stream_id = w.id) AS path_id FROM w
    UNION ALL
    SELECT id, version, nth + 1, (SELECT min(path_id) FROM change c WHERE c.stream_id = own.id AND c.path_id > own.path_id)
    FROM own WHERE path_id IS NOT NULL AND nth < ${MOST_FIELDS}
  )
  SELECT DISTINCT own.id, holder.path FROM own JOIN path p ON p.id = own.path_id
  JOIN unnest($3::text[]) AS holder(path) ON p.text ^@ (holder.path || '/')
  CROSS JOIN LATERAL (
    SELECT c.value FROM change c
    WHERE c.stream_id = own.id AND c.path_id = own.path_id AND c.version <= own.version ORDER BY c.version DESC LIMIT 1
  ) leaf WHERE leaf.value IS NOT NULL`;

/** Up to where the change log is there. */
export async function changedToOf(from: Queryable): Promise<bigint> {
  const { rows } = await from.query<{ position: bigint }>(
    `SELECT position FROM read_model WHERE name = 'changes'`,
  );
  return rows[0]?.position ?? 0n;
}
