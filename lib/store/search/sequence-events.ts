/**
 * The events that a sequence can be made of, one entity, actor or conversation after the other, each with the steps that it matches.
 *
 * One pass over the searchable events: PostgreSQL meets the conditions, sorts and packs, a cursor hands over, so that no more is in memory
 * than a few partitions. Only those with an event of the first step come.
 */
import { fail, ok, type Query, type Result, termsOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { compiled, conditionOf } from './condition.ts';
import type { SequencePartition, SequenceSearch } from './event-search.ts';
import { namesOf } from './names.ts';
import { readPartition } from './packed-events.ts';
import { type Sight, sightOf } from './sight.ts';

/** Partitions that are handed over at once. */
const FETCHED = 2_000;

/** Within a transaction. CS-152: a term that events cannot be asked for. CS-322: it took longer than so many milliseconds. */
export async function sequenceEvents(
  from: Queryable,
  search: SequenceSearch,
  longestMs: number,
  each: (partition: SequencePartition) => void,
): Promise<Result<{ readonly searchedTo: bigint }>> {
  const sight = await sightOf(from, search.namespace, [search.where, ...search.steps], search.steps);
  const statement = await statementOf(from, search, sight);
  if (!statement.ok) return statement;
  const until = performance.now() + longestMs;
  await from.query("SET LOCAL work_mem = '64MB'");
  await from.query(`DECLARE sequence_events NO SCROLL CURSOR FOR ${statement.value.text}`, [
    ...statement.value.values,
  ]);
  const fetch = (): Promise<Fetched> =>
    from.query<{ packed: string }>(`FETCH ${FETCHED} FROM sequence_events`);
  let coming: Promise<Fetched> | null = fetch();
  while (coming !== null) {
    const fetched: Fetched = await coming;
    // PostgreSQL packs the next ones while these are looked at.
    coming = fetched.rows.length < FETCHED ? null : fetch();
    for (const { packed } of fetched.rows) each(readPartition(packed));
    if (coming !== null && performance.now() > until) {
      await coming;
      return fail('CS-322', TOO_SLOW);
    }
  }
  return ok({ searchedTo: sight.searchedTo });
}

interface Fetched {
  readonly rows: readonly { readonly packed: string }[];
}

const TOO_SLOW =
  'The events of this sequence took too long to read. Ask for times, or for rarer events, with "where" or in its steps.';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

async function statementOf(
  from: Queryable,
  { namespace, steps, where, by, axis }: SequenceSearch,
  sight: Sight,
): Promise<Result<Statement>> {
  const { bind, values } = new Binder();
  const conditions: string[] = [];
  const types: string[] = [];
  for (const query of [where, ...steps]) {
    const to = { namespace, names: await namesOf(from, namespace, query), bind };
    const condition = conditionOf(query, to, false);
    if (!condition.ok) return condition;
    const { cheap, dear } = condition.value;
    conditions.push(dear === null ? cheap : `(${cheap} AND ${dear})`);
    // A parameter that stands nowhere in the statement is refused, so nothing is compiled that is not used.
    if (query !== where) types.push(compiled(typesOf(query), to));
  }
  const [wanted, ...matches] = conditions;
  const bits = matches.map((one, step) => `CASE WHEN ${one} THEN ${1 << step} ELSE 0 END`).join(' | ');
  const { key, join } = PARTITIONS[by];
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  const events = `SELECT ${key} AS key, ${clock} AS at, k.position, (${bits}) AS steps FROM searchable_event k${join}
    WHERE ${sight.within(bind)} AND ${key} IS NOT NULL AND (${types.join(' OR ')}) AND ${wanted} OFFSET 0`;
  return ok({
    text: `SELECT encode(string_agg(int8send(at) || int8send(position) || int2send(steps::smallint), ''::bytea ORDER BY at, position), 'base64')
        AS packed FROM (${events}) e WHERE steps <> 0 GROUP BY key HAVING bit_or(steps) & 1 = 1`,
    values,
  });
}

const PARTITIONS: Readonly<Record<SequenceSearch['by'], { readonly key: string; readonly join: string }>> = {
  entity: { key: 'k.stream_id', join: '' },
  actor: { key: 'k.actor_id', join: '' },
  correlation: { key: 'b.correlation_id', join: ' JOIN event_body b ON b.position = k.position' },
};

/** What of a query is said of types alone, which an index finds; everything meets it where nothing is. */
function typesOf(query: Query): Query {
  const members = query.kind === 'and' ? query.of : [query];
  const speaking = members.find(
    (member) =>
      member.kind !== 'not' &&
      member.kind !== 'all' &&
      termsOf(member).every((term) => term.kind === 'name' && term.field === 'type'),
  );
  return speaking ?? { kind: 'all' };
}
