/** All that the catalogue has of one type of event. */
import { readShape } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { CataloguedType } from './catalogue-store.ts';
import { COUNTS, type CountsRow, countsOf } from './catalogued-types.ts';
import { countedTo } from './counted-to.ts';
import { FOLLOW, type FollowRow, followOf } from './event-model.ts';

/** More than this nobody reads of what stands beside one type. */
const MOST_FOLLOWS = 1_000;

export async function cataloguedType(
  client: Queryable,
  namespace: string,
  type: string,
): Promise<CataloguedType | null> {
  const name = [askable(namespace), askable(type)];
  const counts = await client.query<CountsRow>(
    `SELECT ${COUNTS} FROM catalogue_type c WHERE c.namespace = $1 AND c.type = $2 ORDER BY c.events DESC, c.entity_type`,
    name,
  );
  if (counts.rows.length === 0) return null;
  const shapes = await client.query<ShapeRow>(
    `SELECT schema_version AS "schemaVersion", events, opaque, first_position AS "firstPosition", last_position AS "lastPosition", shape
     FROM catalogue_shape WHERE namespace = $1 AND type = $2 ORDER BY schema_version`,
    name,
  );
  const follows = await client.query<FollowRow>(
    `SELECT ${FOLLOW} FROM catalogue_follow f WHERE f.namespace = $1 AND (f.before = $2 OR f.after = $2)
     ORDER BY f.events DESC, f.entity_type, f.before, f.after LIMIT ${MOST_FOLLOWS}`,
    name,
  );
  return {
    counts: counts.rows.map(countsOf),
    shapes: shapes.rows.map(({ shape, events, opaque, ...row }) => ({
      ...row,
      events: Number(events),
      opaque: Number(opaque),
      shape: readShape(shape),
    })),
    follows: follows.rows.map(followOf),
    countedTo: await countedTo(client),
  };
}

interface ShapeRow {
  readonly schemaVersion: number;
  readonly events: bigint;
  readonly opaque: bigint;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  readonly shape: string;
}
