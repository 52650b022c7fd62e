/** All that the catalogue has of one type of event. */
import { readShape } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from '../search/binder.ts';
import type { AsOf, CataloguedType } from './catalogue-store.ts';
import { COUNTS, type CountsRow, countsOf } from './catalogued-types.ts';
import { type CountedLog, countedLog } from './counted-log.ts';
import { countsUpTo } from './counts-up-to.ts';
import { FOLLOW, type FollowRow, followOf } from './event-model.ts';
import { followsUpTo } from './follows-up-to.ts';
import { shapeUpTo } from './shape-up-to.ts';

/** More than this nobody reads of what stands beside one type. */
const MOST_FOLLOWS = 1_000;

export async function cataloguedType(
  client: Queryable,
  namespace: string,
  type: string,
  asOf: AsOf | null,
): Promise<CataloguedType | null> {
  const log = await countedLog(client, namespace);
  const counts = await countsOfType(client, log, type, asOf);
  if (counts.length === 0) return null;
  const follows =
    asOf === null
      ? await followsNow(client, log, type)
      : (await followsUpTo(client, log, asOf, { type })).slice(0, MOST_FOLLOWS);
  const shapes =
    asOf === null ? await shapesNow(client, log, type) : await shapesUpTo(client, log, type, asOf);
  return { counts, shapes, follows, countedTo: log.countedTo };
}

async function countsOfType(
  client: Queryable,
  log: CountedLog,
  type: string,
  asOf: AsOf | null,
): Promise<CataloguedType['counts']> {
  const binder = new Binder();
  const counts =
    asOf === null
      ? `SELECT * FROM catalogue_type WHERE namespace = ${binder.bind(log.namespace, 'text')}`
      : countsUpTo(log, asOf, binder);
  const { rows } = await client.query<CountsRow>(
    `SELECT ${COUNTS} FROM (${counts}) c WHERE c.type = ${binder.bind(type, 'text')}
     GROUP BY c.type, c.entity_type ORDER BY 3 DESC, c.entity_type`,
    binder.values,
  );
  return rows.map(countsOf);
}

async function followsNow(
  client: Queryable,
  { namespace }: CountedLog,
  type: string,
): Promise<CataloguedType['follows']> {
  const { bind, values } = new Binder();
  const name = bind(type, 'text');
  const { rows } = await client.query<FollowRow>(
    `SELECT ${FOLLOW} FROM catalogue_follow f WHERE f.namespace = ${bind(namespace, 'text')} AND (f.before = ${name} OR f.after = ${name})
     ORDER BY f.events DESC, f.entity_type, f.before, f.after LIMIT ${MOST_FOLLOWS}`,
    values,
  );
  return rows.map(followOf);
}

async function shapesNow(
  client: Queryable,
  { namespace }: CountedLog,
  type: string,
): Promise<CataloguedType['shapes']> {
  const { bind, values } = new Binder();
  const { rows } = await client.query<ShapeRow>(
    `SELECT schema_version AS "schemaVersion", events, opaque, first_position AS "firstPosition", last_position AS "lastPosition", shape
     FROM catalogue_shape WHERE namespace = ${bind(namespace, 'text')} AND type = ${bind(type, 'text')} ORDER BY schema_version`,
    values,
  );
  return rows.map(({ shape, events, opaque, ...row }) => ({
    ...row,
    ...{ events: Number(events), looked: Number(events), opaque: Number(opaque), shape: readShape(shape) },
  }));
}

async function shapesUpTo(
  client: Queryable,
  log: CountedLog,
  type: string,
  asOf: AsOf,
): Promise<CataloguedType['shapes']> {
  const binder = new Binder();
  const { rows } = await client.query<Omit<ShapeRow, 'opaque' | 'shape'>>(
    `SELECT schema_version AS "schemaVersion", sum(events)::bigint AS events, min(first_position) AS "firstPosition",
       max(last_position) AS "lastPosition"
     FROM (${countsUpTo(log, asOf, binder)}) c WHERE type = ${binder.bind(type, 'text')}
     GROUP BY schema_version ORDER BY schema_version`,
    binder.values,
  );
  const shapes: CataloguedType['shapes'][number][] = [];
  for (const { events, ...row } of rows) {
    const { schemaVersion } = row;
    const seen = await shapeUpTo(client, log, asOf, { type, schemaVersion });
    shapes.push({ ...row, events: Number(events), ...seen });
  }
  return shapes;
}

interface ShapeRow {
  readonly schemaVersion: number;
  readonly events: bigint;
  readonly opaque: bigint;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  readonly shape: string;
}
