/** When the events of each type were: out of rollups, days, and hours where the days are few. */
import type { Queryable } from '../event-row.ts';
import { Binder } from '../search/binder.ts';
import { rowsOf } from '../search/rolled-up.ts';
import { DAY, HOUR } from '../search/whole-steps.ts';
import type { TypeDensity, TypesQuestion } from './catalogue-store.ts';
import type { CountedLog } from './counted-log.ts';
import { beginningOfDay } from './counts-up-to.ts';

/** `span`: the clocks of the first and of the last event of all types. null: searches know of none of them yet. */
export async function densityOf(
  client: Queryable,
  { namespaceId }: CountedLog,
  { axis, at, parts }: TypesQuestion,
  span: { readonly from: bigint; readonly last: bigint },
  types: readonly string[],
): Promise<TypeDensity | null> {
  const from = beginningOfDay(span.from);
  const to = beginningOfDay(span.last) + DAY;
  const width = to - from > BigInt(parts) * DAY ? DAY : HOUR;
  const binder = new Binder();
  const { bind, values } = binder;
  // An instant is a microsecond, which itself counts.
  const end = at === null || at >= to ? to : at + 1n;
  const begin = bind(from, 'bigint');
  const { rows } = await client.query<{ type: string; part: number; events: bigint }>(
    `SELECT t.text AS type, ((bucket_of(r.at, ${width / HOUR}) - ${begin}) * ${bind(parts, 'bigint')} / ${bind(to - from, 'bigint')})::integer AS part,
       sum(r.events)::bigint AS events
     FROM (${rowsOf({ namespaceId, axis, width, days: null, from, to: end }, binder)}) r JOIN term t ON t.id = r.type_id
     WHERE t.text = ANY(${bind(types, 'text[]')}) GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
  if (rows.length === 0) return null;
  return { from, to, counts: rows.map((row) => ({ ...row, events: Number(row.events) })) };
}
