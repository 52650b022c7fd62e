/**
 * What went on in a namespace in a range of times: how many events of which types when, by whom, about what, and what is odd about them.
 *
 * Law: every count is that of the events which a query with the same range finds. What rollups know is counted whatever the log holds;
 * what has to be looked at is said of the newest events of the range, and how many those are.
 */
import type { Queryable } from '../event-row.ts';
import { marksIn, oddIn } from './activity-marks.ts';
import type { ActivityReached, ActivitySearch, FoundActivity, NamedCount } from './activity-search.ts';
import { type ActivityRange, busiestEntities, busiestFields } from './busiest.ts';
import { facetsOf } from './facets.ts';
import {
  actorsIn,
  type Counted,
  countedIn,
  DAY,
  HOUR,
  MOST_HOURS,
  rolledHead,
  withNobody,
} from './rolled-up.ts';

export async function foundActivity(client: Queryable, asked: ActivitySearch): Promise<FoundActivity> {
  const { namespace, axis } = asked;
  const reached = await reachedIn(client);
  const head = await rolledHead(client, namespace, axis);
  if (head === null || head.first === null || head.last === null) return nothing(reached);
  const from = asked.from !== null && asked.from > head.first ? asked.from : head.first;
  const end = head.last + DAY;
  const to = asked.to !== null && asked.to < end ? asked.to : end;
  if (to <= from) return nothing(reached);
  const range: ActivityRange = { namespaceId: head.id, axis, from, to };
  const width = to - from > MOST_HOURS * HOUR ? DAY : HOUR;
  const rows = await countedIn(client, {
    ...range,
    namespace,
    width,
    query: { kind: 'all' },
    names: NO_NAMES,
  });
  const { events, types, entityTypes, counts } = await ranked(client, rows);
  const actors = await facetsOf(client, withNobody(await actorsIn(client, range), events), ['actor']);
  return {
    events,
    width,
    types,
    entityTypes,
    counts,
    actors: actors.actor?.names ?? [],
    allActors: actors.actor?.all ?? 0,
    entities: await busiestEntities(client, range, events),
    fields: await busiestFields(client, range, events),
    late: await oddIn(client, range, 'is_late'),
    outOfOrder: await oddIn(client, range, 'is_out_of_order'),
    marks: await marksIn(client, range),
    reached,
  };
}

const NO_NAMES = { terms: new Map(), streams: new Map(), paths: new Map() };

async function reachedIn(client: Queryable): Promise<ActivityReached> {
  const { rows } = await client.query<ActivityReached>(
    `SELECT coalesce((SELECT max(position) FROM event), 0) AS head, coalesce(s.position, 0) AS "searchedTo",
       coalesce(c.position, 0) AS "changedTo", s.moved_at AS "searchedAt", c.moved_at AS "changedAt"
     FROM (SELECT) one LEFT JOIN read_model s ON s.name = 'search' LEFT JOIN read_model c ON c.name = 'changes'`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL gave no row where there is always one.');
  return row;
}

function nothing(reached: ActivityReached): FoundActivity {
  const none = { top: [], since: null, looked: 0 };
  const zero = { events: 0, isMore: false };
  return {
    events: 0,
    width: DAY,
    types: [],
    entityTypes: [],
    counts: [],
    actors: [],
    allActors: 0,
    entities: none,
    fields: none,
    late: zero,
    outOfOrder: zero,
    marks: { ...zero, kinds: [], newest: [] },
    reached,
  };
}

async function ranked(
  client: Queryable,
  rows: readonly Counted[],
): Promise<Pick<FoundActivity, 'events' | 'types' | 'entityTypes' | 'counts'>> {
  const byType = new Map<number, number>();
  const byEntityType = new Map<number, number>();
  let events = 0;
  for (const { typeId, entityTypeId, events: counted } of rows) {
    const more = Number(counted);
    events += more;
    byType.set(typeId, (byType.get(typeId) ?? 0) + more);
    byEntityType.set(entityTypeId, (byEntityType.get(entityTypeId) ?? 0) + more);
  }
  const [typeIds, entityTypeIds] = [byFrequency(byType), byFrequency(byEntityType)];
  const names = await namesOf(client, [...typeIds, ...entityTypeIds]);
  const named = (ids: readonly number[], counts: ReadonlyMap<number, number>): readonly NamedCount[] =>
    ids.map((id) => ({ name: names.get(id) ?? '', events: counts.get(id) ?? 0 }));
  return {
    events,
    types: named(typeIds, byType),
    entityTypes: named(entityTypeIds, byEntityType),
    counts: countsOf(rows, new Map(typeIds.map((id, place) => [id, place]))),
  };
}

const byFrequency = (counts: ReadonlyMap<number, number>): readonly number[] =>
  [...counts].sort(([a, more], [b, less]) => less - more || a - b).map(([id]) => id);

async function namesOf(client: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ id: number; text: string }>(
    'SELECT id, text FROM term WHERE id = ANY($1::integer[])',
    [ids],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The same type of several types of entities is one. */
function countsOf(rows: readonly Counted[], places: ReadonlyMap<number, number>): FoundActivity['counts'] {
  const counts = new Map<string, { at: bigint; type: number; events: number }>();
  for (const { at, typeId, events } of rows) {
    const key = `${at} ${typeId}`;
    const known = counts.get(key);
    if (known !== undefined) known.events += Number(events);
    else counts.set(key, { at, type: places.get(typeId) ?? 0, events: Number(events) });
  }
  return [...counts.values()];
}
