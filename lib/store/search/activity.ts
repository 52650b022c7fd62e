/**
 * What went on in a namespace in a range of times: how many events of which types when, by whom, about what, and what is odd about them.
 *
 * Law: every count is that of the events which a query with the same range finds. What rollups know is counted whatever the log holds;
 * what has to be looked at is said of the newest events of the range, and how many those are.
 */
import type { Queryable } from '../event-row.ts';
import { marksIn, oddIn } from './activity-marks.ts';
import type { ActivityReached, ActivitySearch, FoundActivity, NamedCount } from './activity-search.ts';
import { Binder } from './binder.ts';
import { type ActivityRange, busiestEntities, busiestFields } from './busiest.ts';
import { changesByDay } from './changes-by-day.ts';
import { facetsOf } from './facets.ts';
import { actorsIn, withNobody } from './rolled-actors.ts';
import { bucketOf, MOST_HOURS, rolledHead, rowsOf } from './rolled-up.ts';
import { DAY, HOUR } from './whole-steps.ts';
import { type ZoneDays, zoneDaysIn } from './zone-days.ts';

export async function foundActivity(client: Queryable, asked: ActivitySearch): Promise<FoundActivity> {
  const { namespace, axis, zone } = asked;
  const reached = await reachedIn(client);
  const head = await rolledHead(client, namespace, axis);
  if (head === null || head.first === null || head.last === null) return nothing(reached);
  const from = asked.from !== null && asked.from > head.first ? asked.from : head.first;
  const end = head.last + DAY;
  const to = asked.to !== null && asked.to < end ? asked.to : end;
  if (to <= from) return nothing(reached);
  const range: ActivityRange = { namespaceId: head.id, axis, from, to };
  const width = to - from > MOST_HOURS * HOUR ? DAY : HOUR;
  const days = width === DAY ? await zoneDaysIn(client, range, zone) : null;
  const rows = await countedRows(client, range, width, days);
  const { events } = rows;
  const actors = await facetsOf(client, withNobody(await actorsIn(client, range), events), { actor: null });
  return {
    events,
    width,
    clock: days === null ? 'UTC' : zone,
    ...(await ranked(client, rows)),
    changes:
      width === DAY ? await changesByDay(client, namespace, { ...range, to: lastDay(rows, to) }, zone) : null,
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

/** The end of the last day with events, on whatever clock: behind it nothing has changed, and days of changes are counted back from it. */
function lastDay({ counts }: Rows, to: bigint): bigint {
  const end = (counts.at(-1)?.at ?? to) + 2n * DAY;
  return end < to ? end : to;
}

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
    clock: 'UTC',
    types: [],
    entityTypes: [],
    counts: [],
    changes: [],
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

interface Rows {
  readonly events: number;
  readonly types: ReadonlyMap<number, number>;
  readonly entityTypes: ReadonlyMap<number, number>;
  readonly counts: readonly { readonly at: bigint; readonly typeId: number; readonly events: number }[];
}

/** By type in time, and by type of entities: the two are never asked for together, of which there would be many more. */
async function countedRows(
  client: Queryable,
  range: ActivityRange,
  width: bigint,
  days: ZoneDays | null,
): Promise<Rows> {
  const binder = new Binder();
  const { rows } = await client.query<CountedRow>(
    `SELECT ${bucketOf({ width, days }, binder)} AS at, k.type_id AS "typeId", k.entity_type_id AS "entityTypeId",
       sum(k.events)::float8 AS events
     FROM (${rowsOf({ ...range, width, days }, binder)}) k GROUP BY GROUPING SETS ((1, k.type_id), (k.entity_type_id))
     HAVING sum(k.events) > 0 ORDER BY 1, 2`,
    binder.values,
  );
  const types = new Map<number, number>();
  const entityTypes = new Map<number, number>();
  const counts: { at: bigint; typeId: number; events: number }[] = [];
  for (const { at, typeId, entityTypeId, events } of rows) {
    if (entityTypeId !== null) entityTypes.set(entityTypeId, events);
    if (at === null || typeId === null) continue;
    types.set(typeId, (types.get(typeId) ?? 0) + events);
    counts.push({ at, typeId, events });
  }
  const events = [...entityTypes.values()].reduce((sum, of) => sum + of, 0);
  return { events, types, entityTypes, counts };
}

interface CountedRow {
  readonly at: bigint | null;
  readonly typeId: number | null;
  readonly entityTypeId: number | null;
  readonly events: number;
}

async function ranked(client: Queryable, { types, entityTypes, counts }: Rows): Promise<Ranked> {
  const [typeIds, entityTypeIds] = [byFrequency(types), byFrequency(entityTypes)];
  const names = await namesOf(client, [...typeIds, ...entityTypeIds]);
  const named = (ids: readonly number[], of: ReadonlyMap<number, number>): readonly NamedCount[] =>
    ids.map((id) => ({ name: names.get(id) ?? '', events: of.get(id) ?? 0 }));
  const places = new Map(typeIds.map((id, place) => [id, place]));
  return {
    types: named(typeIds, types),
    entityTypes: named(entityTypeIds, entityTypes),
    counts: counts.map(({ typeId, ...count }) => ({ ...count, type: places.get(typeId) ?? 0 })),
  };
}

type Ranked = Pick<FoundActivity, 'types' | 'entityTypes' | 'counts'>;

const byFrequency = (counts: ReadonlyMap<number, number>): readonly number[] =>
  [...counts].sort(([a, more], [b, less]) => less - more || a - b).map(([id]) => id);

async function namesOf(client: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ id: number; text: string }>(
    'SELECT id, text FROM term WHERE id = ANY($1::integer[])',
    [ids],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
