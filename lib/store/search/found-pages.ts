/** Pages of a search in the order of a clock, by keys: any page costs what the first one costs. */
import { namedPaths, ok, type Query, type Result } from '#core';
import { type Queryable, withLinks } from '../event-row.ts';
import { STORE_LIMITS } from '../limits.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import { Binder } from './binder.ts';
import type {
  FoundChange,
  FoundContent,
  FoundEvent,
  FoundPage,
  FoundPageQuery,
  SearchClock,
} from './event-search.ts';
import { type Found, foundBy, type WalkedCondition } from './found-by.ts';
import { regexOfPath } from './like-pattern.ts';
import { asksForFewTimes } from './narrow-times.ts';
import { readingAhead } from './reading-ahead.ts';

export async function foundPage(from: Queryable, asked: FoundPageQuery): Promise<Result<FoundPage>> {
  const binder = new Binder();
  const limit = Math.min(asked.limit, STORE_LIMITS.pageEvents);
  // What a walk did not meet often is looked up in an index, whatever the statistics expect of it.
  const found = await foundBy(from, asked, binder, limit < SMALL_PAGE ? 'all' : 'page');
  if (!found.ok) return found;
  const isFew = await asksForFewTimes(from, asked.namespace, asked.query, asked.sort);
  const all =
    (await walkedPage(from, asked, found.value, limit + 1, isFew)) ??
    (await positionsOf(from, pageOf(asked, found.value, limit + 1, isFew, binder), binder));
  const positions = all.slice(0, limit);
  const [events, contents] = await readingAhead(from, async () => [
    await eventsAt(from, positions, asked.query),
    asked.withContent === true ? await contentsAt(from, positions) : null,
  ]);
  const whole = events.map((event) => ({ ...event, content: contents?.get(event.position) ?? null }));
  return ok({ events: whole, isMore: all.length > limit, searchedTo: found.value.searchedTo });
}

const COLUMNS: Readonly<Record<SearchClock, string>> = {
  recorded: 'k.recorded_at',
  occurred: 'k.occurred_at',
  position: 'k.position',
};

async function positionsOf(
  from: Queryable,
  statement: string,
  { values }: Binder,
): Promise<readonly bigint[]> {
  const { rows } = await from.query<{ position: bigint }>(statement, [...values]);
  return rows.map(({ position }) => position);
}

function pageOf(
  asked: FoundPageQuery,
  condition: Found,
  limit: number,
  isFew: boolean,
  { bind }: Binder,
): string {
  const { place, order } = orderOf(asked, isFew, bind);
  const found = `FROM searchable_event k WHERE ${condition.cheap}${place} ORDER BY ${order}`;
  if (condition.dear === null) return `SELECT k.position ${found} LIMIT ${limit}`;
  // In the order of the page, so that no more are read than the page takes.
  return `SELECT k.position FROM (SELECT k.* ${found} OFFSET 0) k WHERE ${condition.dear} ORDER BY ${order} LIMIT ${limit}`;
}

/** A small page of what is met often is full after so many rows, whatever the size of the log … */
const WALKED = 8_000;
const SMALL_PAGE = 500;

/**
 * … so they are walked first, and what the query asks of an event's inside is looked up row by row. null: it was not full, and there are
 * more rows: then what is asked for is rare enough to be found in an index and sorted.
 */
async function walkedPage(
  from: Queryable,
  asked: FoundPageQuery,
  { walked }: Found,
  limit: number,
  isFew: boolean,
): Promise<readonly bigint[] | null> {
  if (walked === null || limit > SMALL_PAGE) return null;
  const binder = new Binder();
  const { place, order } = orderOf(asked, isFew, binder.bind);
  const ofRow = walked.ofRow(binder);
  const within = walked.within(binder);
  const walking = `SELECT k.* FROM searchable_event k WHERE ${ofRow}${place} ORDER BY ${order} LIMIT ${WALKED}`;
  // Row after row, so that no more are read than fill the page.
  const filled = `SELECT k.position FROM (${walking}) k WHERE ${within} ORDER BY ${order} LIMIT ${limit}`;
  const positions = await positionsOf(from, filled, binder);
  if (positions.length === limit || !(await hasMore(from, asked, walked, isFew))) return positions;
  return null;
}

/** Whether there are rows behind those that are walked. */
async function hasMore(
  from: Queryable,
  asked: FoundPageQuery,
  walked: WalkedCondition,
  isFew: boolean,
): Promise<boolean> {
  const binder = new Binder();
  const { place, order } = orderOf(asked, isFew, binder.bind);
  const ofRow = walked.ofRow(binder);
  const { rowCount } = await from.query(
    `SELECT FROM searchable_event k WHERE ${ofRow}${place} ORDER BY ${order} OFFSET ${WALKED} LIMIT 1`,
    [...binder.values],
  );
  return (rowCount ?? 0) > 0;
}

function orderOf(
  { sort, direction, after }: FoundPageQuery,
  isFew: boolean,
  bind: Binder['bind'],
): { readonly place: string; readonly order: string } {
  // A sum is in no index.
  const column = isFew ? `(${COLUMNS[sort]} + 0)` : COLUMNS[sort];
  const isBehind = direction === 'asc' ? '>' : '<';
  const place =
    after === null
      ? ''
      : sort === 'position'
        ? ` AND k.position ${isBehind} ${bind(after.position, 'bigint')}`
        : ` AND (${column}, k.position) ${isBehind} (${bind(after.at, 'bigint')}, ${bind(after.position, 'bigint')})`;
  const order =
    sort === 'position' ? `${column} ${direction}` : `${column} ${direction}, k.position ${direction}`;
  return { place, order };
}

/** Paths that are shown with an event. */
const SHOWN_CHANGES = 4;

type EventColumns = Omit<FoundEvent, 'links' | 'changes' | 'changed' | 'content'> & {
  readonly changedTo: bigint;
};

/** In the order of the positions. */
export async function eventsAt(
  from: Queryable,
  positions: readonly bigint[],
  query: Query,
): Promise<readonly Omit<FoundEvent, 'content'>[]> {
  if (positions.length === 0) return [];
  const { rows } = await from.query<EventColumns>(EVENTS, [positions]);
  const changes = await changesAt(from, positions, query);
  const linked = await withLinks(from, rows);
  return linked.map(({ changedTo, ...event }) => ({
    ...event,
    ...(changes.get(event.position) ?? (event.position <= changedTo ? NONE : UNKNOWN)),
  }));
}

/** Each table by itself, so that its rows are found by one look into the index. */
const EVENTS = `WITH k AS MATERIALIZED (SELECT * FROM searchable_event WHERE position = ANY($1::bigint[])),
    e AS MATERIALIZED (SELECT * FROM event WHERE position = ANY($1::bigint[])),
    b AS MATERIALIZED (SELECT * FROM event_body WHERE position = ANY($1::bigint[]))
  SELECT k.position, s.entity_type AS "entityType", s.entity_id AS "entityId", e.version, e.type, b.actor, b.source,
    b.event_id AS "eventId", b.correlation_id AS "correlationId", b.causation_id AS "causationId",
    e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt", e.flags, e.removed, k.is_late AS late,
    k.is_out_of_order AS "outOfOrder",
    coalesce((SELECT position FROM read_model WHERE name = 'changes'), 0) AS "changedTo"
  FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted(position, place)
  JOIN k ON k.position = wanted.position JOIN e ON e.position = wanted.position
  JOIN b ON b.position = wanted.position JOIN stream s ON s.id = e.stream_id
  ORDER BY wanted.place`;

async function contentsAt(
  from: Queryable,
  positions: readonly bigint[],
): Promise<ReadonlyMap<bigint, FoundContent>> {
  const { rows } = await from.query<FoundContent & { readonly position: bigint }>(
    `SELECT e.position, e.schema_version AS "schemaVersion", e.payload_format AS "payloadFormat", b.payload, b.metadata,
       b.source_ref AS "sourceRef", encode(e.leaf_hash, 'hex') AS "leafHash"
     FROM event e JOIN event_body b ON b.position = e.position WHERE e.position = ANY($1::bigint[])`,
    [positions],
  );
  return new Map(rows.map(({ position, ...content }) => [position, content]));
}

const NONE = { changes: [], changed: 0 } as const;
const UNKNOWN = { changes: [], changed: null } as const;

interface ChangesRow extends FoundChange {
  readonly position: bigint;
  readonly changed: number;
}

/** Those first that the query names: they are why the event was found. */
async function changesAt(
  from: Queryable,
  positions: readonly bigint[],
  query: Query,
): Promise<ReadonlyMap<bigint, Pick<FoundEvent, 'changes' | 'changed'>>> {
  const named = namedPaths(query)
    .map((path) => regexOfPath(path, 'and below'))
    .filter(isHoldable);
  const { rows } = await from.query<ChangesRow>(
    `SELECT position, path, value, "isCut", changed FROM (
       SELECT c.position, p.text AS path, c.value, c.is_cut AS "isCut",
         row_number() OVER (PARTITION BY c.position ORDER BY (p.text ~ ANY($2::text[])) DESC, p.text)::integer AS nth,
         count(*) OVER (PARTITION BY c.position)::integer AS changed
       FROM change c JOIN path p ON p.id = c.path_id WHERE c.position = ANY($1::bigint[])
     ) changes WHERE nth <= ${SHOWN_CHANGES} ORDER BY position, nth`,
    [positions, named],
  );
  const found = new Map<bigint, { changes: FoundChange[]; changed: number }>();
  for (const { position, changed, ...change } of rows) {
    const known = found.get(position);
    if (known === undefined) found.set(position, { changes: [change], changed });
    else known.changes.push(change);
  }
  return found;
}
