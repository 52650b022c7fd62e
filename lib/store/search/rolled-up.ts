/**
 * A summary out of rollups, for queries of which they know enough: types, entity types, and one range of times on the axis.
 *
 * Law: it is the summary that looking at every event would give. What lies in an hour that the range cuts is looked at; whole hours and days are
 * added up.
 */

import { asksForOwn, type Query, type Term, timesOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import { Binder } from './binder.ts';
import { compiled } from './condition.ts';
import type { FoundSummary, SummaryQuery } from './event-search.ts';
import { type CountedName, facetsOf } from './facets.ts';
import { lookedAtNames } from './looked-at-names.ts';
import { type Names, namesOf } from './names.ts';
import { actorsIn, withNobody } from './rolled-actors.ts';
import { DAY, downTo, HOUR, upTo } from './whole-steps.ts';
import { withoutTimes } from './without-times.ts';
import { dayOf, movedRows, NOON, type ZoneDays, zoneDaysIn } from './zone-days.ts';

/** Of a longer range, days are enough to draw. */
export const MOST_HOURS = 240n;

/** null: the query asks for more than rollups know. */
export async function rolledUp(client: Queryable, asked: SummaryQuery): Promise<FoundSummary | null> {
  const { namespace, query, axis, zone } = asked;
  if (asksForOwn(query) || !isKnown(query, axis, true)) return null;
  const head = await rolledHead(client, namespace, axis);
  if (head === null) return null;
  const times = timesOf(query, axis);
  const from = latest(times?.from ?? null, head.first ?? 0n);
  const to = earliest(times?.to ?? null, (head.last ?? -DAY) + DAY);
  const width = to - from > MOST_HOURS * HOUR ? DAY : HOUR;
  // What is shorter is drawn finer than hours, from the events.
  if (to - from < 24n * HOUR && head.first !== null) return null;
  const names = await namesOf(client, namespace, query);
  const range = { namespaceId: head.id, axis, width, from, to };
  const days = width === DAY ? await zoneDaysIn(client, range, zone) : null;
  const rest = withoutTimes(query);
  const counted = await countedIn(client, { ...range, days, query: rest, namespace, names });
  const { events, counts, known } = summed(counted);
  const looked = await lookedAtNames(client, { namespaceId: head.id, namespace, query, axis, names, events });
  const actors =
    rest.kind === 'all'
      ? withNobody(await actorsIn(client, { namespaceId: head.id, axis, from, to }), events)
      : null;
  const lookedAt = (looked?.names ?? []).filter(({ field }) => actors === null || field !== 'actor');
  const counting = looked === null ? {} : { actor: looked.newest, source: looked.newest };
  return {
    ...{ events, of: 'all', counts, width, clock: days === null ? 'UTC' : zone },
    facets: await facetsOf(client, [...known, ...(actors ?? []), ...lookedAt], {
      ...{ type: null, entityType: null, ...counting, ...(actors === null ? {} : { actor: null }) },
    }),
    searchedTo: head.searchedTo,
  };
}

export interface RolledHead {
  readonly id: number;
  readonly searchedTo: bigint;
  readonly first: bigint | null;
  readonly last: bigint | null;
}

/** How far the log is rolled up, and which days of the axis it has. null: there is no such namespace. */
export async function rolledHead(
  client: Queryable,
  namespace: string,
  axis: SummaryQuery['axis'],
): Promise<RolledHead | null> {
  const { rows } = await client.query<RolledHead>(HEAD, [askable(namespace), axis === 'recorded' ? 0 : 1]);
  return rows[0] ?? null;
}

const HEAD = `SELECT t.id, coalesce((SELECT position FROM read_model WHERE name = 'search'), 0) AS "searchedTo",
    (SELECT min(day) FROM rollup WHERE namespace_id = t.id AND axis = $2) AS first,
    (SELECT max(day) FROM rollup WHERE namespace_id = t.id AND axis = $2) AS last
  FROM term t WHERE t.namespace = '' AND t.kind = 'namespace' AND t.text = $1`;

/** Times only where all else is narrowed to them. */
function isKnown(query: Query, axis: SummaryQuery['axis'], isTop: boolean): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((member) => isKnown(member, axis, isTop));
    case 'or':
      return query.of.every((member) => isKnown(member, axis, false));
    case 'not':
      return isKnown(query.of, axis, false);
    case 'time':
      return isTop && query.axis === axis;
    default:
      return isOfTypes(query);
  }
}

function isOfTypes(term: Term): boolean {
  if (term.kind === 'name') return term.field === 'type' || term.field === 'entityType';
  return term.kind === 'entity' && term.id === null;
}

const latest = (a: bigint | null, b: bigint): bigint => (a !== null && a > b ? a : b);
const earliest = (a: bigint | null, b: bigint): bigint => (a !== null && a < b ? a : b);

interface RowsRange {
  readonly namespaceId: number;
  readonly axis: SummaryQuery['axis'];
  readonly width: bigint;
  /** null: those of UTC, or hours. */
  readonly days: ZoneDays | null;
  readonly from: bigint;
  readonly to: bigint;
}

interface RolledRange extends RowsRange {
  readonly namespace: string;
  readonly query: Query;
  readonly names: Names;
}

/** Of a bucket, a type or an entity type: each row has one of them. */
interface Counted {
  readonly at: bigint | null;
  readonly typeId: number | null;
  readonly entityTypeId: number | null;
  readonly events: bigint;
}

async function countedIn(client: Queryable, range: RolledRange): Promise<readonly Counted[]> {
  const binder = new Binder();
  const rows = rowsOf(range, binder);
  const condition = compiled(range.query, {
    namespace: range.namespace,
    names: range.names,
    bind: binder.bind,
  });
  const { rows: counted } = await client.query<Counted>(
    `SELECT ${bucketOf(range, binder)} AS at, k.type_id AS "typeId", k.entity_type_id AS "entityTypeId",
       sum(k.events)::bigint AS events
     FROM (${rows}) k WHERE ${condition} GROUP BY GROUPING SETS ((1), (k.type_id), (k.entity_type_id))
     HAVING sum(k.events) > 0 ORDER BY 1`,
    binder.values,
  );
  return counted;
}

/** Of a row `k` of those below. */
export function bucketOf({ width, days }: Pick<RowsRange, 'width' | 'days'>, binder: Binder): string {
  return width === DAY ? dayOf('k.at', days, binder) : 'bucket_of(k.at, 1)';
}

/**
 * Of the events of the range: an instant of their bucket, `type_id`, `entity_type_id`, and how many they are, which is less than none where some
 * are counted in another bucket. All rows of a bucket together are its events.
 */
export function rowsOf(range: RowsRange, binder: Binder): string {
  const { from, to, width } = range;
  const hours = [upTo(from, HOUR), downTo(to, HOUR)] as const;
  if (hours[1] <= hours[0]) return scanned(range, from, to, binder);
  const parts = [scanned(range, from, hours[0], binder), scanned(range, hours[1], to, binder)];
  const days = [upTo(hours[0], DAY), downTo(hours[1], DAY)] as const;
  if (width === HOUR || days[1] <= days[0]) parts.push(addedHours(range, ...hours, binder));
  else {
    parts.push(addedHours(range, hours[0], days[0], binder), addedDays(range, ...days, binder));
    parts.push(addedHours(range, days[1], hours[1], binder));
    if (range.days !== null) parts.push(movedRows(range, range.days, hours, days, binder));
  }
  return parts.join(' UNION ALL ');
}

function scanned(range: RowsRange, from: bigint, to: bigint, { bind }: Binder): string {
  const clock = range.axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  return `SELECT ${clock} AS at, k.type_id, k.entity_type_id, 1::bigint AS events FROM searchable_event k
    WHERE k.namespace_id = ${bind(range.namespaceId, 'integer')} AND ${clock} >= ${bind(from, 'bigint')}
      AND ${clock} < ${bind(to, 'bigint')} AND NOT k.is_own`;
}

function addedDays(range: RowsRange, from: bigint, to: bigint, binder: Binder): string {
  return `SELECT day + ${NOON} AS at, type_id, entity_type_id, events FROM rollup WHERE ${ofDays(range, from, to, binder)}`;
}

function addedHours(range: RowsRange, from: bigint, to: bigint, binder: Binder): string {
  const { bind } = binder;
  return `SELECT h.at, type_id, entity_type_id, h.events FROM rollup,
      LATERAL (SELECT day + (nth - 1) * ${HOUR} AS at, n.events FROM unnest(hours) WITH ORDINALITY n(events, nth) WHERE n.events > 0) h
    WHERE ${ofDays(range, downTo(from, DAY), to, binder)} AND h.at >= ${bind(from, 'bigint')} AND h.at < ${bind(to, 'bigint')}`;
}

function ofDays({ namespaceId, axis }: RowsRange, from: bigint, to: bigint, { bind }: Binder): string {
  return `namespace_id = ${bind(namespaceId, 'integer')} AND axis = ${axis === 'recorded' ? 0 : 1}
    AND day >= ${bind(from, 'bigint')} AND day < ${bind(to, 'bigint')}`;
}

function summed(counted: readonly Counted[]): {
  readonly events: number;
  readonly counts: readonly { readonly at: bigint; readonly events: number }[];
  readonly known: readonly CountedName[];
} {
  const counts: { at: bigint; events: number }[] = [];
  const known: CountedName[] = [];
  for (const { at, typeId, entityTypeId, ...row } of counted) {
    const events = Number(row.events);
    if (at !== null) counts.push({ at, events });
    if (typeId !== null) known.push({ field: 'type', id: typeId, events });
    if (entityTypeId !== null) known.push({ field: 'entityType', id: entityTypeId, events });
  }
  return { events: counts.reduce((sum, { events }) => sum + events, 0), counts, known };
}
