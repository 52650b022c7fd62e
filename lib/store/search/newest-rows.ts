/**
 * The rows that a summary is made of, newest first, by the way that is the shortest: how often the newest rows meet what is asked for says how many
 * have to be looked at. Where that was a wrong guess, a longer way follows; the last one is that of all rows.
 *
 * What is met often is looked up row after row. What is met now and then is found in the index of a window of the newest times. For all else,
 * the index finds all of it.
 */
import type { Axis, NameTerm, Query } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from './binder.ts';
import { type SearchCondition, walkedQuery } from './condition.ts';
import type { SummaryQuery } from './event-search.ts';
import { type Found, foundBy, type WalkedCondition } from './found-by.ts';
import { newestWindow } from './newest-window.ts';

export interface SummaryBounds {
  /** So many found events are counted, … */
  readonly mostEvents: number;
  /** … or so many of those that have to be read. */
  readonly mostRead: number;
  /** Rows that are looked at for how often they meet what is asked for. */
  readonly sample: number;
  /** Rows that are looked up one after the other. */
  readonly mostWalked: number;
}

export interface NewestRows {
  /** Selects `at` and what is counted. */
  readonly kept: string;
  readonly binder: Binder;
  /** false: there may be more that are found. */
  readonly areAll: boolean;
}

/** Somewhat more rows are looked at than the sample lets expect. */
const MARGIN = 1.5;

/** `found`: the condition of all, with its parameters. */
export async function* newestRows(
  from: Queryable,
  asked: SummaryQuery,
  { found, binder }: { readonly found: Found; readonly binder: Binder },
  most: number,
  bounds: SummaryBounds,
): AsyncGenerator<NewestRows> {
  const clock = asked.axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  if (
    found.walked !== null &&
    walkedQuery(asked.query).ofRow.every((member) => isInOrder(member, asked.axis))
  ) {
    const shorter = await shorterWay(from, asked, found.walked, clock, most, bounds);
    if (shorter !== null) yield { ...shorter, areAll: false };
  }
  yield { kept: foundRows(found, clock), binder, areAll: true };
}

/** Whether an index has the rows of which it is true in the order of the clock, so that none of them lies far behind others. */
function isInOrder(member: Query, axis: Axis): boolean {
  if (member.kind === 'time') return member.axis === axis;
  if (axis === 'occurred') return false;
  if (member.kind === 'entity') return member.id === null && member.type.pieces.length === 1;
  return member.kind === 'name' && ORDERED.has(member.field) && member.pattern.pieces.length === 1;
}

const ORDERED: ReadonlySet<NameTerm['field']> = new Set(['type', 'entityType', 'actor']);

/** null: no way is much shorter than that of all. */
async function shorterWay(
  from: Queryable,
  asked: SummaryQuery,
  walked: WalkedCondition,
  clock: string,
  most: number,
  { sample, mostWalked }: SummaryBounds,
): Promise<Pick<NewestRows, 'kept' | 'binder'> | null> {
  const met = await metIn(from, walked, clock, sample);
  if (met.found === 0 || met.walked < sample) return null;
  const times = ((most + 1) / met.found) * MARGIN;
  const expected = Math.ceil(met.walked * times);
  const binder = new Binder();
  if (expected <= mostWalked)
    return { kept: walkedRows([walked.ofRow(binder)], walked.within(binder), clock, expected), binder };
  const window = await newestWindow(from, asked, met.events * times);
  if (window === null) return null;
  const found = await foundBy(from, asked, binder, 'page', window.position);
  if (!found.ok) return null;
  const { cheap, dear } = found.value;
  const within = `${cheap} AND ${clock} >= ${binder.bind(window.from, 'bigint')}`;
  return { kept: foundRows({ cheap: within, dear }, clock), binder };
}

interface Met {
  readonly walked: number;
  readonly found: number;
  /** About so many events of the log lie as far apart as what was walked. */
  readonly events: number;
}

async function metIn(from: Queryable, walked: WalkedCondition, clock: string, sample: number): Promise<Met> {
  const binder = new Binder();
  const { rows } = await from.query<Met>(
    `SELECT count(*)::integer AS walked, (count(*) FILTER (WHERE ${walked.within(binder)}))::integer AS found,
       coalesce(max(k.position) - min(k.position) + 1, 0)::float8 AS events
     FROM (SELECT k.* FROM searchable_event k WHERE ${walked.ofRow(binder)} ORDER BY ${clock} DESC, k.position DESC LIMIT ${sample}) k`,
    binder.values,
  );
  const [met] = rows;
  if (met === undefined) throw new Error('PostgreSQL gave no row where there is always one.');
  return met;
}

const COUNTED = 'k.position, k.type_id, k.entity_type_id, k.actor_id, k.source_id';

/**
 * Of the newest `rows` of all runs together, those that meet the condition. A run is what an index has in the order of the clock, and no two have
 * a row in common: they are merged, and nothing is read beyond the last that is wanted.
 */
export function walkedRows(runs: readonly string[], within: string, clock: string, rows: number): string {
  const walking = runs.map(
    (run) => `(SELECT ${clock} AS at, k.* FROM searchable_event k WHERE ${run}
      ORDER BY ${clock} DESC, k.position DESC LIMIT ${rows})`,
  );
  const merged = `SELECT k.* FROM (${walking.join(' UNION ALL ')}) k ORDER BY k.at DESC, k.position DESC LIMIT ${rows}`;
  return `SELECT k.at, ${COUNTED} FROM (${merged}) k WHERE ${within} ORDER BY k.at DESC, k.position DESC`;
}

function foundRows({ cheap, dear }: SearchCondition, clock: string): string {
  const rows = `SELECT ${clock} AS at, ${COUNTED} FROM searchable_event k WHERE ${cheap} ORDER BY ${clock} DESC, k.position DESC`;
  if (dear === null) return rows;
  return `SELECT k.* FROM (${rows} OFFSET 0) k WHERE ${dear} ORDER BY k.at DESC, k.position DESC`;
}
