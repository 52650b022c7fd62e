/** The types of events of a namespace, with when they were. */
import type { Axis } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from '../search/binder.ts';
import type { CataloguedTypes, TypeCounts, TypesQuestion } from './catalogue-store.ts';
import { type CountedLog, countedLog } from './counted-log.ts';
import { countsUpTo } from './counts-up-to.ts';
import { densityOf } from './type-density.ts';

export async function cataloguedTypes(client: Queryable, question: TypesQuestion): Promise<CataloguedTypes> {
  const log = await countedLog(client, question.namespace);
  const binder = new Binder();
  const { rows } = await client.query<CountsRow & Ranked>(
    `WITH counted AS MATERIALIZED (${countsIn(log, question, binder)}), ranked AS (
       SELECT type, sum(events) AS events, count(*) OVER () AS "all", min(min(${FIRST[question.axis]})) OVER () AS begun,
         max(max(${LAST[question.axis]})) OVER () AS ended
       FROM counted GROUP BY type ORDER BY 2 DESC, 1 LIMIT ${binder.bind(question.most, 'integer')}
     )
     SELECT ${COUNTS}, r."all", r.begun, r.ended FROM ranked r JOIN counted c ON c.type = r.type
     GROUP BY c.type, c.entity_type, r.events, r."all", r.begun, r.ended
     ORDER BY r.events DESC, c.type, sum(c.events) DESC, c.entity_type`,
    binder.values,
  );
  const types = [...new Set(rows.map(({ type }) => type))];
  const [first] = rows;
  const span = first === undefined ? null : { from: first.begun, last: first.ended };
  return {
    counts: rows.map(({ all: _all, begun: _begun, ended: _ended, ...row }) => countsOf(row)),
    versions: await versionsOf(client, log, question, types),
    all: Number(first?.all ?? 0),
    density: span === null ? null : await densityOf(client, log, question, span, types),
    countedTo: log.countedTo,
  };
}

interface Ranked {
  readonly all: bigint;
  /** The clock of the first and of the last of all events. */
  readonly begun: bigint;
  readonly ended: bigint;
}

const FIRST: Readonly<Record<Axis, string>> = { recorded: 'first_recorded', occurred: 'first_occurred' };
const LAST: Readonly<Record<Axis, string>> = { recorded: 'last_recorded', occurred: 'last_occurred' };

/** A relation of counts by type and entity type, one or several rows each. */
function countsIn(log: CountedLog, { axis, at }: Pick<TypesQuestion, 'axis' | 'at'>, binder: Binder): string {
  if (at !== null) return countsUpTo(log, { axis, at }, binder);
  return `SELECT * FROM catalogue_type WHERE namespace = ${binder.bind(log.namespace, 'text')}`;
}

async function versionsOf(
  client: Queryable,
  log: CountedLog,
  { axis, at }: TypesQuestion,
  types: readonly string[],
): Promise<CataloguedTypes['versions']> {
  const binder = new Binder();
  const versions =
    at === null
      ? `SELECT * FROM catalogue_shape WHERE namespace = ${binder.bind(log.namespace, 'text')}`
      : countsUpTo(log, { axis, at }, binder);
  const { rows } = await client.query<{ type: string; schemaVersion: number; events: bigint }>(
    `SELECT type, schema_version AS "schemaVersion", sum(events)::bigint AS events FROM (${versions}) v
     WHERE type = ANY(${binder.bind(types, 'text[]')}) GROUP BY type, schema_version ORDER BY type, schema_version`,
    binder.values,
  );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}

/** Added up by type and entity type, of a relation c. */
export const COUNTS = `c.type, c.entity_type AS "entityType", sum(c.events)::bigint AS events, min(c.first_position) AS "firstPosition",
  max(c.last_position) AS "lastPosition", min(c.first_recorded) AS "firstRecorded", max(c.last_recorded) AS "lastRecorded",
  min(c.first_occurred) AS "firstOccurred", max(c.last_occurred) AS "lastOccurred"`;

export type CountsRow = Omit<TypeCounts, 'events'> & { readonly events: bigint };

export const countsOf = (row: CountsRow): TypeCounts => ({ ...row, events: Number(row.events) });
