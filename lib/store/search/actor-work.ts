/**
 * All that one actor did in a namespace: when, to what, and what of it changed.
 *
 * How many events there are, the first and the last, is said of all of them; everything else of the newest `mostEvents`, and what they
 * changed of the newest `mostChanged`, so that an actor who did a million things is answered as well. The product's own events, such as
 * notes, are left out.
 */
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import type { ActorSearch, ActorWork, EntityMoment } from './event-search.ts';
import { facetsOf } from './facets.ts';

/** Parts of the day in which no zone changes its clock in the middle. */
const QUARTER = 900_000_000n;
const SHOWN = 20;

/** null: nobody of this name did anything that is searchable. */
export async function actorWork(from: Queryable, asked: ActorSearch): Promise<ActorWork | null> {
  const { namespace, actor, axis, upTo, mostEvents } = asked;
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const binder = new Binder();
  const { rows } = await from.query<Total>(
    `SELECT t.id, k.events, k.first, k.last, (SELECT position FROM read_model WHERE name = 'search') AS "searchedTo",
       (SELECT position FROM read_model WHERE name = 'changes') AS "changedTo"
     FROM term t JOIN LATERAL (
       SELECT count(*) AS events, min(${clock}) AS first, max(${clock}) AS last FROM searchable_event k
       WHERE k.actor_id = t.id AND NOT k.is_own AND ${hadCome(upTo, clock, binder)}) k ON k.events > 0
     WHERE t.namespace = ${binder.bind(namespace, 'text')} AND t.kind = 'actor' AND t.text = ${binder.bind(actor, 'text')}`,
    binder.values,
  );
  const [total] = rows;
  if (total === undefined) return null;
  const newest: Newest = (most, { bind }) =>
    `SELECT k.position, k.stream_id, k.type_id, k.entity_type_id, k.version, ${clock} AS at FROM searchable_event k
     WHERE k.actor_id = ${bind(total.id, 'integer')} AND NOT k.is_own AND ${hadCome(upTo, clock, { bind })}
     ORDER BY ${clock} DESC, k.position DESC LIMIT ${bind(most, 'integer')}`;
  const grouped = await groupsOf(from, newest, mostEvents);
  const named = { type: null, entityType: null } as const;
  const facets = await facetsOf(
    from,
    grouped.flatMap(({ what, id, events }) =>
      what === 'type' || what === 'entityType' ? [{ field: what, id, events: Number(events) }] : [],
    ),
    named,
  );
  const events = Number(total.events);
  return {
    ...{ events, first: total.first, last: total.last },
    counted: Math.min(events, mostEvents),
    quarters: grouped.flatMap(({ what, at, events: of }) =>
      what === 'quarter' && at !== null ? [{ at, events: Number(of) }] : [],
    ),
    types: facets.type ?? NO_NAMES,
    entityTypes: facets.entityType ?? NO_NAMES,
    ...(await entitiesOf(from, grouped)),
    ...(await fieldsOf(from, newest, asked.mostChanged)),
    ofChanges: Math.min(events, asked.mostChanged),
    searchedTo: total.searchedTo ?? 0n,
    changedTo: total.changedTo ?? 0n,
  };
}

const NO_NAMES = { names: [], all: 0 };

/** Of rows `k`. */
function hadCome(upTo: EntityMoment, clock: string, { bind }: Pick<Binder, 'bind'>): string {
  if (upTo.at === 'head') return 'true';
  return upTo.at === 'position'
    ? `k.position <= ${bind(upTo.position, 'bigint')}`
    : `${clock} <= ${bind(upTo.instant, 'bigint')}`;
}

/** So many of the newest events of the actor, as rows. */
type Newest = (most: number, binder: Pick<Binder, 'bind'>) => string;

interface Total {
  readonly id: number;
  readonly events: bigint;
  readonly first: bigint;
  readonly last: bigint;
  readonly searchedTo: bigint | null;
  readonly changedTo: bigint | null;
}

interface Group {
  readonly what: 'quarter' | 'type' | 'entityType' | 'stream';
  readonly at: bigint | null;
  readonly id: number | null;
  readonly stream: bigint | null;
  readonly events: bigint;
  readonly version: number;
}

/** Quarters of an hour ascending. */
async function groupsOf(from: Queryable, newest: Newest, most: number): Promise<readonly Group[]> {
  const binder = new Binder();
  const { rows } = await from.query<Group>(
    `SELECT CASE WHEN grouping(n.quarter) = 0 THEN 'quarter' WHEN grouping(n.type_id) = 0 THEN 'type'
         WHEN grouping(n.entity_type_id) = 0 THEN 'entityType' ELSE 'stream' END AS what,
       n.quarter AS at, coalesce(n.type_id, n.entity_type_id) AS id, n.stream_id AS stream, count(*) AS events,
       max(n.version) AS version
     FROM (SELECT w.*, w.at - ((w.at % ${QUARTER}) + ${QUARTER}) % ${QUARTER} AS quarter FROM (${newest(most, binder)}) w) n
     GROUP BY GROUPING SETS ((n.quarter), (n.type_id), (n.entity_type_id), (n.stream_id)) ORDER BY n.quarter`,
    binder.values,
  );
  return rows;
}

async function entitiesOf(
  from: Queryable,
  grouped: readonly Group[],
): Promise<Pick<ActorWork, 'entities' | 'allEntities'>> {
  const streams = grouped.filter(({ what }) => what === 'stream');
  const most = streams
    .toSorted((a, b) => Number(b.events - a.events) || Number((a.stream ?? 0n) - (b.stream ?? 0n)))
    .slice(0, SHOWN);
  const { rows } = await from.query<{ id: bigint; entityType: string; entityId: string }>(
    'SELECT id, entity_type AS "entityType", entity_id AS "entityId" FROM stream WHERE id = ANY($1::bigint[])',
    [most.map(({ stream }) => stream)],
  );
  const names = new Map(rows.map(({ id, ...name }) => [id, name]));
  return {
    allEntities: streams.length,
    entities: most.flatMap(({ stream, events, version }) => {
      const name = names.get(stream ?? -1n);
      return name === undefined ? [] : [{ ...name, events: Number(events), lastVersion: version }];
    }),
  };
}

async function fieldsOf(
  from: Queryable,
  newest: Newest,
  most: number,
): Promise<Pick<ActorWork, 'fields' | 'allFields'>> {
  const binder = new Binder();
  const { rows } = await from.query<{ path: string; changes: bigint; all: bigint }>(
    `SELECT p.text AS path, n.changes, n.all FROM (
       SELECT c.path_id, count(*) AS changes, count(*) OVER () AS all
       FROM (${newest(most, binder)}) w JOIN change c ON c.position = w.position GROUP BY c.path_id
     ) n JOIN path p ON p.id = n.path_id ORDER BY n.changes DESC, p.text LIMIT ${SHOWN}`,
    binder.values,
  );
  return {
    allFields: Number(rows[0]?.all ?? 0n),
    fields: rows.map(({ path, changes }) => ({ path, changes: Number(changes) })),
  };
}
