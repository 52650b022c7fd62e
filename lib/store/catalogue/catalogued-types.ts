/** The types of events of a namespace, with when they were. */
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { CataloguedTypes, TypeCounts, TypeDensity, TypesQuestion } from './catalogue-store.ts';
import { countedTo } from './counted-to.ts';

export async function cataloguedTypes(client: Queryable, question: TypesQuestion): Promise<CataloguedTypes> {
  const namespace = askable(question.namespace);
  const { rows } = await client.query<CountsRow & { readonly all: bigint }>(
    `WITH ranked AS (
       SELECT type, sum(events) AS events, count(*) OVER () AS "all" FROM catalogue_type WHERE namespace = $1
       GROUP BY type ORDER BY 2 DESC, 1 LIMIT $2
     )
     SELECT ${COUNTS}, r."all" FROM ranked r JOIN catalogue_type c ON c.namespace = $1 AND c.type = r.type
     ORDER BY r.events DESC, c.type, c.events DESC, c.entity_type`,
    [namespace, question.most],
  );
  const types = [...new Set(rows.map(({ type }) => type))];
  const versions = await client.query<{ type: string; schemaVersion: number; events: bigint }>(
    `SELECT type, schema_version AS "schemaVersion", events FROM catalogue_shape
     WHERE namespace = $1 AND type = ANY($2::text[]) ORDER BY type, schema_version`,
    [namespace, types],
  );
  return {
    counts: rows.map(({ all: _, ...row }) => countsOf(row)),
    versions: versions.rows.map((row) => ({ ...row, events: Number(row.events) })),
    all: Number(rows[0]?.all ?? 0),
    density: await densityOf(client, question, types),
    countedTo: await countedTo(client),
  };
}

export const COUNTS = `c.type, c.entity_type AS "entityType", c.events, c.first_position AS "firstPosition", c.last_position AS "lastPosition",
  c.first_recorded AS "firstRecorded", c.last_recorded AS "lastRecorded", c.first_occurred AS "firstOccurred",
  c.last_occurred AS "lastOccurred"`;

export type CountsRow = Omit<TypeCounts, 'events'> & { readonly events: bigint };

export const countsOf = (row: CountsRow): TypeCounts => ({ ...row, events: Number(row.events) });

const HOUR = 3_600_000_000n;
const DAY = 24n * HOUR;

/** Out of rollups: days, and hours where the days are few. null: nothing is counted yet. */
async function densityOf(
  client: Queryable,
  { namespace, axis, parts }: TypesQuestion,
  types: readonly string[],
): Promise<TypeDensity | null> {
  const name = askable(namespace);
  const { rows: spans } = await client.query<{ id: number; from: bigint | null; last: bigint | null }>(
    `SELECT t.id, min(r.bucket) AS from, max(r.bucket) AS last FROM term t
     JOIN rollup r ON r.namespace_id = t.id AND r.axis = $2 AND r.step = 24
     WHERE t.namespace = '' AND t.kind = 'namespace' AND t.text = $1 GROUP BY t.id`,
    [name, axis === 'recorded' ? 0 : 1],
  );
  const [span] = spans;
  if (span === undefined || span.from === null || span.last === null) return null;
  const to = span.last + DAY;
  const step = to - span.from > BigInt(parts) * DAY ? 24 : 1;
  const { rows } = await client.query<{ type: string; part: number; events: bigint }>(
    `SELECT t.text AS type, ((r.bucket - $3::bigint) * $5::bigint / ($4::bigint - $3::bigint))::integer AS part, sum(r.events)::bigint AS events
     FROM rollup r JOIN term t ON t.id = r.type_id
     WHERE r.namespace_id = $1 AND r.axis = $2 AND r.step = $6 AND t.text = ANY($7::text[]) GROUP BY 1, 2 ORDER BY 1, 2`,
    [span.id, axis === 'recorded' ? 0 : 1, span.from, to, parts, step, types],
  );
  return { from: span.from, to, counts: rows.map((row) => ({ ...row, events: Number(row.events) })) };
}
