/**
 * Which entities and fields most events of a range are about.
 *
 * No rollup knows it, so the newest events of the range are looked at, up to a bound. They are all those behind an instant, so that a query can
 * ask for the same ones: where several share the instant at the bound, none of them is looked at.
 */
import type { Axis } from '#core';
import type { Queryable } from '../event-row.ts';
import type { Busiest } from './activity-search.ts';
import { Binder } from './binder.ts';

export interface ActivityRange {
  readonly namespaceId: number;
  readonly axis: Axis;
  /** Microseconds, `to` exclusive. */
  readonly from: bigint;
  readonly to: bigint;
}

const SHOWN = 8;
const MOST_EVENTS = 20_000;
/** Where all changes of each are looked at. */
const MOST_CHANGING = 8_000;
/** Fewer events are looked at where each changes much: about as many as have so many changes together. */
const MOST_CHANGES = 120_000;
/** By how many events it is told how much each changes. */
const SAMPLE = 200;
/** A field may be a part of others that rank below it by itself. */
const CANDIDATES = 2 * SHOWN;

export async function busiestEntities(
  client: Queryable,
  range: ActivityRange,
  events: number,
): Promise<FoundBusiest<{ entityType: string; entityId: string }>> {
  const window = await windowOf(client, range, events, MOST_EVENTS);
  const binder = new Binder();
  const { rows } = await client.query<{ entityType: string; entityId: string; events: bigint }>(
    `SELECT s.entity_type AS "entityType", s.entity_id AS "entityId", b.events FROM (
       SELECT k.stream_id, count(*) AS events FROM searchable_event k
       WHERE ${inWindow(window, binder)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${SHOWN}
     ) b JOIN stream s ON s.id = b.stream_id ORDER BY b.events DESC, b.stream_id`,
    binder.values,
  );
  return busiest(window, rows);
}

export async function busiestFields(
  client: Queryable,
  range: ActivityRange,
  events: number,
): Promise<FoundBusiest<{ path: string }>> {
  const window = await windowOf(client, range, events, await mostChanging(client, range));
  const binder = new Binder();
  const { rows: candidates } = await client.query<{ id: number; path: string; events: bigint }>(
    `SELECT p.id, p.text AS path, b.events FROM (
       SELECT c.path_id, count(*) AS events FROM ${changedIn(window, binder)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${CANDIDATES}
     ) b JOIN path p ON p.id = b.path_id ORDER BY b.events DESC, p.id`,
    binder.values,
  );
  const within = await pathsWithin(client, candidates);
  const counts = within.length === 0 ? NO_COUNTS : await countedWithin(client, window, within);
  const rows = candidates
    .map(({ path, events: alone }) => ({ path, events: counts.get(path) ?? alone }))
    .sort((a, b) => Number(b.events - a.events));
  return busiest(window, rows.slice(0, SHOWN));
}

async function mostChanging(client: Queryable, range: ActivityRange): Promise<number> {
  const binder = new Binder();
  const { rows } = await client.query<{ each: number | null }>(
    `SELECT avg((SELECT count(*) FROM change c WHERE c.position = k.position))::float8 AS each FROM (
       SELECT k.position FROM searchable_event k WHERE ${inRange(range, binder)}
       ORDER BY ${clockOf(range.axis)} DESC, k.position DESC LIMIT ${SAMPLE}
     ) k`,
    binder.values,
  );
  const each = Math.max(1, rows[0]?.each ?? 1);
  return Math.min(MOST_CHANGING, Math.max(SAMPLE, Math.floor(MOST_CHANGES / each)));
}

const NO_COUNTS: ReadonlyMap<string, bigint> = new Map();

/** The events that are looked at, and what each changed: as rows `k` and `c`. */
function changedIn(window: Window, binder: Binder): string {
  return `(SELECT k.position FROM searchable_event k WHERE ${inWindow(window, binder)} OFFSET 0) k
    JOIN change c ON c.position = k.position`;
}

/** A field that was a value by itself and also held others is told with all of them, as `path:` asks for it. */
async function pathsWithin(
  client: Queryable,
  candidates: readonly { readonly id: number; readonly path: string }[],
): Promise<readonly { readonly id: number; readonly path: string }[]> {
  const { rows } = await client.query<{ id: number; path: string }>(
    `WITH candidate AS MATERIALIZED (SELECT id, text FROM path WHERE id = ANY($1::integer[])), holding AS MATERIALIZED (
       SELECT o.text FROM candidate o WHERE EXISTS (SELECT FROM path p WHERE p.text ^@ (o.text || '/'))
     )
     SELECT p.id, h.text AS path FROM holding h JOIN path p ON p.text = h.text OR p.text ^@ (h.text || '/')`,
    [candidates.map(({ id }) => id)],
  );
  return rows;
}

async function countedWithin(
  client: Queryable,
  window: Window,
  within: readonly { readonly id: number; readonly path: string }[],
): Promise<ReadonlyMap<string, bigint>> {
  const binder = new Binder();
  const ids = binder.bind(
    within.map(({ id }) => id),
    'integer[]',
  );
  const paths = binder.bind(
    within.map(({ path }) => path),
    'text[]',
  );
  const { rows } = await client.query<{ path: string; events: bigint }>(
    `WITH changed AS MATERIALIZED (SELECT c.position, c.path_id FROM ${changedIn(window, binder)} WHERE c.path_id = ANY(${ids}))
     SELECT w.path, count(DISTINCT c.position) AS events FROM unnest(${ids}, ${paths}) w(id, path)
     JOIN changed c ON c.path_id = w.id GROUP BY 1`,
    binder.values,
  );
  return new Map(rows.map(({ path, events }) => [path, events]));
}

type FoundBusiest<What> = Busiest<Readonly<What>>;

interface Window extends ActivityRange {
  readonly since: bigint | null;
  readonly looked: number;
}

const clockOf = (axis: Axis): string => (axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at');

async function windowOf(
  client: Queryable,
  range: ActivityRange,
  events: number,
  most: number,
): Promise<Window> {
  if (events <= most) return { ...range, since: null, looked: events };
  const binder = new Binder();
  const clock = clockOf(range.axis);
  const { rows } = await client.query<{ at: bigint; behind: bigint }>(
    `WITH newest AS MATERIALIZED (
       SELECT ${clock} AS at FROM searchable_event k WHERE ${inRange(range, binder)}
       ORDER BY ${clock} DESC, k.position DESC LIMIT ${most + 1}
     ), bound AS MATERIALIZED (SELECT min(at) AS at FROM newest)
     SELECT at, (SELECT count(*) FROM newest WHERE newest.at > (SELECT at FROM bound)) AS behind FROM bound`,
    binder.values,
  );
  const [row] = rows;
  if (row === undefined) return { ...range, since: null, looked: events };
  return { ...range, since: row.at, looked: Number(row.behind) };
}

export function inRange({ namespaceId, axis, from, to }: ActivityRange, { bind }: Binder): string {
  const clock = clockOf(axis);
  return `k.namespace_id = ${bind(namespaceId, 'integer')} AND ${clock} >= ${bind(from, 'bigint')}
    AND ${clock} < ${bind(to, 'bigint')} AND NOT k.is_own`;
}

function inWindow(window: Window, binder: Binder): string {
  const all = inRange(window, binder);
  return window.since === null
    ? all
    : `${all} AND ${clockOf(window.axis)} > ${binder.bind(window.since, 'bigint')}`;
}

function busiest<What extends { readonly events: bigint }>(
  { since, looked }: Window,
  rows: readonly What[],
): FoundBusiest<Omit<What, 'events'>> {
  return { since, looked, top: rows.map((row) => ({ ...row, events: Number(row.events) })) };
}
