/** What every statement of a search begins with: the condition over rows `k`, and how far the log is searchable. */

import { ok, type Query, type Result } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { compiled, conditionOf, type SearchCondition, type WalkedQuery, walkedQuery } from './condition.ts';
import type { EventSearch, SearchClock } from './event-search.ts';
import { type Names, namesOf } from './names.ts';
import { type Sight, sightOf } from './sight.ts';
import { isKnownTo, notOfTypes, type TypesWithout, typesWithout } from './types-without.ts';

export interface Found extends SearchCondition {
  /** Whether found events have to be read. */
  readonly reads: boolean;
  /** The same condition for who walks rows, in parameters of its own; null: rows know all that is asked. */
  readonly walked: WalkedCondition | null;
  readonly searchedTo: bigint;
}

/** See {@link walkedQuery}. */
export interface WalkedCondition {
  readonly parts: WalkedQuery;
  readonly names: Names;
  readonly sight: Sight;
  /** Of what is looked for in payloads, the types of events that have no such place; none where that is not known. */
  readonly without: readonly TypesWithout[];
  /** `clock`: in whose order they are walked, where an index that has all that is asked may be walked without its rows. */
  ofRow(binder: Binder, clock?: SearchClock | null): string;
  within(binder: Binder): string;
}

/**
 * `takes`: all that is found, or no more than a page of it, in its order. `lowest`: only events from that position on are asked for, which whoever
 * asks sees to; null: all.
 */
export async function foundBy(
  from: Queryable,
  { namespace, query }: EventSearch,
  binder: Binder,
  takes: 'page' | 'all' = 'page',
  lowest: bigint | null = null,
): Promise<Result<Found>> {
  const sight = await sightOf(from, namespace, [query]);
  const names = await namesOf(from, namespace, query);
  const parts = walkedQuery(query);
  const { ofRow, within } = parts;
  const without = new Map<Query, TypesWithout | null>();
  for (const member of within)
    if (member.kind === 'payload') without.set(member, await typesWithout(from, namespace, member.path));
  const typesWith = new Map(
    [...without].flatMap(([member, types]) => {
      const isKnown = types !== null && isKnownTo(types, sight) && types.others.length <= MOST_TYPES;
      return isKnown ? [[member, types.others.map(({ id }) => id)] as const] : [];
    }),
  );
  const compiledInto = (into: Binder, asksIndex: boolean): Result<SearchCondition> => {
    const { bind } = into;
    const of = sight.within(bind);
    const condition = conditionOf(query, { namespace, names, bind, lowest, typesWith }, asksIndex);
    return condition.ok ? ok({ ...condition.value, cheap: `${of} AND ${condition.value.cheap}` }) : condition;
  };
  const trial = new Binder();
  const first = compiledInto(trial, true);
  if (!first.ok) return first;
  const reads = first.value.dear !== null;
  const walked: WalkedCondition = {
    ...{ parts, names, sight },
    without: [...without.values()].filter((types) => types !== null),
    ofRow: (into, clock = null) => {
      const to = { namespace, names, bind: into.bind };
      return [
        sight.within(into.bind, clock === 'recorded' && isOfTypeAlone(ofRow)),
        ...ofRow.map((member) => compiled(member, to)),
      ].join(' AND ');
    },
    within: (into) =>
      within
        .map((member) => {
          const { bind } = into;
          const holds = compiled(member, { namespace, names, bind, byRow: true });
          const types = without.get(member) ?? null;
          return types === null ? holds : `(${notOfTypes(types, bind)} AND ${holds})`;
        })
        .join(' AND '),
  };
  const isRare = !reads || takes === 'all' || (await expectedOf(from, first.value, trial)) <= FEW;
  const condition = compiledInto(binder, isRare);
  if (!condition.ok) return condition;
  const { cheap, dear } = condition.value;
  const rest = { reads, searchedTo: sight.searchedTo, walked: within.length === 0 ? null : walked };
  // Of many, enough are soon met in the order of the page; few are sorted before they are read.
  if (dear !== null && !isRare) return ok({ cheap: `${cheap} AND ${dear}`, dear: null, ...rest });
  return ok({ cheap, dear, ...rest });
}

/** The index of types has them in the order in which they were recorded, and nothing else of them. */
function isOfTypeAlone(members: readonly Query[]): boolean {
  const namesType = (member: Query): boolean =>
    member.kind === 'name' && member.field === 'type' && member.pattern.pieces.length === 1;
  return (
    members.some(namesType) &&
    members.every((member) => namesType(member) || (member.kind === 'time' && member.axis === 'recorded'))
  );
}

/** More are not worth naming. */
const MOST_TYPES = 1_000;

const FEW = 20_000;

/**
 * A guess from the statistics of PostgreSQL, which costs nothing. What is dear goes along without a say, so that no parameter lacks its
 * type.
 */
async function expectedOf(
  from: Queryable,
  { cheap, dear }: SearchCondition,
  { values }: Binder,
): Promise<number> {
  const { rows } = await from.query<{
    'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[];
  }>(`EXPLAIN (FORMAT JSON) SELECT FROM searchable_event k WHERE ${cheap} AND (${dear} OR true)`, values);
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}
