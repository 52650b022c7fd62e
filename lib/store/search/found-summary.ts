/**
 * How many events a search finds, when they were, and what they have in common.
 *
 * Where the query speaks of types, entity types and times alone, all of it comes from rollups, whatever the log holds, and is exact. Any
 * other is answered from the newest events that it finds, up to a bound, which the answer names.
 */

import { type Axis, ok, type Query, type Result, timesOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { Binder } from './binder.ts';
import type { FoundSummary, SummaryQuery } from './event-search.ts';
import { type FACET_FIELDS, facetsOf } from './facets.ts';
import { foreseenLong } from './foreseen.ts';
import { foundBy } from './found-by.ts';
import { type NewestRows, newestRows, type SummaryBounds } from './newest-rows.ts';
import { rolledHead, rolledUp } from './rolled-up.ts';
import { DAY, HOUR } from './whole-steps.ts';
import { dayOf, type ZoneDays, zoneDaysIn } from './zone-days.ts';

/** Of as many as ever are. */
function boundsOf(most: number = STORE_LIMITS.summaryEvents): SummaryBounds {
  return {
    // More are not looked at one by one …
    mostEvents: Math.min(most, STORE_LIMITS.summaryEvents),
    // … nor where each has to be read whole.
    mostRead: Math.min(Math.max(Math.ceil(most / 10), LEAST_READ), most),
    sample: Math.max(Math.ceil(most / 10), LEAST_SAMPLE),
    mostWalked: Math.max(5 * most, LEAST_WALKED),
  };
}
const LEAST_READ = 100;
const LEAST_SAMPLE = 500;
const LEAST_WALKED = 10_000;
const SECOND = 1_000_000n;
const MINUTE = 60n * SECOND;
/** Each divides the next; with days, weeks and months can be put together. */
const WIDTHS = [SECOND / 1_000n, SECOND, 15n * SECOND, MINUTE, 5n * MINUTE, 15n * MINUTE, HOUR];
const WIDTHS_OF_UTC = [...WIDTHS, 3n * HOUR, 12n * HOUR];
/** Fewer bars than this say little, many more cannot be told apart. */
const MOST_COUNTS = 240n;

export async function foundSummary(
  from: Queryable,
  asked: SummaryQuery,
  bounds: SummaryBounds = boundsOf(asked.most),
): Promise<Result<FoundSummary>> {
  const rolled = await rolledUp(from, asked);
  if (rolled !== null) return ok(rolled);
  const binder = new Binder();
  const found = await foundBy(from, asked, binder);
  if (!found.ok) return found;
  const most = found.value.reads ? bounds.mostRead : bounds.mostEvents;
  const days = await daysOf(from, asked);
  for await (const rows of newestRows(from, asked, { found: found.value, binder }, most, bounds)) {
    if (rows.areAll && asked.isPatient !== true) {
      const { walked, searchedTo } = found.value;
      const limited = `${rows.kept} LIMIT ${most + 1}`;
      const long = await foreseenLong(from, limited, rows.binder.values, walked !== null, searchedTo);
      if (long !== null) return long;
    }
    const summary = await summaryOf(from, asked, days, rows, most);
    if (rows.areAll || summary.of === 'newest') return ok({ ...summary, searchedTo: found.value.searchedTo });
  }
  throw new Error('The last rows are all that there are.');
}

async function summaryOf(
  from: Queryable,
  asked: SummaryQuery,
  days: ZoneDays | null,
  { kept, binder }: NewestRows,
  most: number,
): Promise<Omit<FoundSummary, 'searchedTo'>> {
  const { rows } = await from.query<SummaryRow>(statement(kept, asked, days, binder, most), binder.values);
  const all = rows.find(({ what }) => what === 'all');
  const events = Number(all?.events ?? 0n);
  const counts = rows
    .filter(({ what }) => what === 'at')
    .map(({ at, events: counted }) => ({ at: at ?? 0n, events: Number(counted) }));
  return {
    events,
    of: all?.isMore === true ? 'newest' : 'all',
    counts,
    width: all?.width ?? SECOND,
    clock: days !== null && all?.width === DAY ? asked.zone : 'UTC',
    facets: await facetsOf(
      from,
      rows.flatMap(({ what, id, events: counted }) =>
        isFacet(what) ? [{ field: what, id, events: Number(counted) }] : [],
      ),
    ),
  };
}

interface SummaryRow {
  readonly what: 'all' | 'at' | (typeof FACET_FIELDS)[number];
  readonly at: bigint | null;
  readonly id: number | null;
  readonly width: bigint | null;
  readonly events: bigint;
  readonly isMore: boolean;
}

const isFacet = (what: SummaryRow['what']): what is (typeof FACET_FIELDS)[number] =>
  what !== 'all' && what !== 'at';

async function daysOf(from: Queryable, asked: SummaryQuery): Promise<ZoneDays | null> {
  const { namespace, query, axis, zone } = asked;
  if (zone === 'UTC') return null;
  const span = spanOf(query, axis);
  if (span !== null && span / HOUR < MOST_COUNTS) return null;
  const head = await rolledHead(from, namespace, axis);
  if (head === null || head.first === null || head.last === null) return null;
  const times = timesOf(query, axis);
  const range = { from: times?.from ?? head.first, to: times?.to ?? head.last + DAY };
  return zoneDaysIn(from, { namespaceId: head.id, axis, ...range }, zone);
}

/** How wide the query itself is; null: as wide as what it finds. */
function spanOf(query: Query, axis: Axis): bigint | null {
  const times = timesOf(query, axis);
  return times === null || times.from === null || times.to === null ? null : times.to - times.from;
}

function statement(
  kept: string,
  { query, axis }: SummaryQuery,
  days: ZoneDays | null,
  binder: Binder,
  most: number,
): string {
  const { bind } = binder;
  const span = spanOf(query, axis);
  const widths = bind(days === null ? WIDTHS_OF_UTC : WIDTHS, 'bigint[]');
  const range = span === null ? '(SELECT max(at) - min(at) FROM counted)' : bind(span, 'bigint');
  return `WITH found AS MATERIALIZED (${kept} LIMIT ${most + 1}
    ), counted AS MATERIALIZED (
      SELECT * FROM found ORDER BY at DESC, position DESC LIMIT ${most}
    ), width AS (
      SELECT coalesce(min(w), ${DAY}) AS width FROM unnest(${widths}) w WHERE ${range} / w < ${MOST_COUNTS}
    )
    SELECT CASE WHEN grouping(f.bucket) = 0 THEN 'at' WHEN grouping(f.type_id) = 0 THEN 'type'
        WHEN grouping(f.entity_type_id) = 0 THEN 'entityType' WHEN grouping(f.actor_id) = 0 THEN 'actor'
        WHEN grouping(f.source_id) = 0 THEN 'source' ELSE 'all' END AS what,
      f.bucket AS at, coalesce(f.type_id, f.entity_type_id, f.actor_id, f.source_id) AS id, min(f.width) AS width,
      count(*) AS events, (SELECT count(*) FROM found) > ${most} AS "isMore"
    FROM (
      SELECT counted.*, CASE WHEN width = ${DAY} THEN ${dayOf('at', days, binder)} ELSE at - ((at % width) + width) % width END AS bucket,
        width FROM counted, width
    ) f
    GROUP BY GROUPING SETS ((f.bucket), (f.type_id), (f.entity_type_id), (f.actor_id), (f.source_id), ())
    ORDER BY what, at, events DESC`;
}
