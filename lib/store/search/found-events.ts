/** Events that were found, as they are shown: what they are, what they changed, and what they say. */
import { namedPaths, type Query } from '#core';
import { type Queryable, withLinks } from '../event-row.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import type { FoundChange, FoundContent, FoundEvent, FoundPageQuery } from './event-search.ts';
import { regexOfPath } from './like-pattern.ts';
import { readingAhead } from './reading-ahead.ts';
import type { SearchReading } from './search-reading.ts';

/** Paths that are shown with an event. */
const SHOWN_CHANGES = 4;

/** An event without what stands in other tables; `changedTo`: up to where it is known what events changed. */
export type EventColumns = Omit<FoundEvent, 'links' | 'changes' | 'changed' | 'content'> & {
  readonly changedTo: bigint;
};

export type EventWithoutContent = Omit<FoundEvent, 'content'>;

/** Where the row is that an event is shown from. */
export interface ListedPlace {
  readonly position: bigint;
  readonly typeId: number;
}

/** Of the positions those that are searchable, in their order. */
export async function eventsAt(
  reading: SearchReading,
  positions: readonly bigint[],
  query: Query,
): Promise<readonly EventWithoutContent[]> {
  const { rows } = await reading.from.query<ListedPlace>(
    'SELECT position, type_id AS "typeId" FROM searchable_event WHERE position = ANY($1::bigint[])',
    [positions],
  );
  const places = new Map(rows.map((place) => [place.position, place]));
  return listedEvents(
    reading,
    positions.flatMap((position) => places.get(position) ?? []),
    query,
  );
}

/** In the order of the places. What they changed lies apart, and is read at the same time where there is a connection for it. */
export async function listedEvents(
  { from, beside }: SearchReading,
  places: readonly ListedPlace[],
  query: Query,
): Promise<readonly EventWithoutContent[]> {
  if (places.length === 0) return [];
  const positions = places.map(({ position }) => position);
  const changes = beside((other) => changesAt(other, positions, query));
  const { rows } = await from.query<EventColumns>(EVENTS, [positions, places.map(({ typeId }) => typeId)]);
  return withChanges(from, rows, query, changes);
}

/**
 * With the first few fields that they changed, and the entities that they concern besides. `changes`: of these events, where somebody reads them
 * already.
 */
export async function withChanges(
  from: Queryable,
  rows: readonly EventColumns[],
  query: Query,
  changes: Promise<ShownChanges> | null = null,
): Promise<readonly EventWithoutContent[]> {
  const linked = await withLinks(from, rows);
  const known = rows.filter(({ position, changedTo }) => position <= changedTo);
  const shown = await (changes ??
    changesAt(
      from,
      known.map(({ position }) => position),
      query,
    ));
  return linked.map(({ changedTo, ...event }) => ({
    ...event,
    ...(shown.get(event.position) ?? (event.position <= changedTo ? NONE : UNKNOWN)),
  }));
}

const nameOf = (column: string): string => `(SELECT text FROM term WHERE id = l.${column})`;

const EVENTS = `SELECT l.position, ${nameOf('entity_type_id')} AS "entityType", l.entity_id AS "entityId", l.version,
    ${nameOf('type_id')} AS type, ${nameOf('actor_id')} AS actor, ${nameOf('source_id')} AS source,
    l.event_id AS "eventId", l.correlation_id AS "correlationId", l.causation_id AS "causationId",
    l.recorded_at AS "recordedAt", l.occurred_at AS "occurredAt", l.recorded_is_ours AS "recordedIsOurs", l.occurred_is_ours AS "occurredIsOurs",
    l.is_removed AS removed, l.is_late AS late, l.is_out_of_order AS "outOfOrder",
    coalesce((SELECT position FROM read_model WHERE name = 'changes'), 0) AS "changedTo"
  FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS wanted(position, type_id, place)
  JOIN listed_event l ON l.type_id = wanted.type_id AND l.position = wanted.position
  ORDER BY wanted.place`;

/** With what they say, where that was asked for. */
export async function withContents(
  from: Queryable,
  events: readonly EventWithoutContent[],
  { withContent }: Pick<FoundPageQuery, 'withContent'>,
): Promise<readonly FoundEvent[]> {
  const positions = events.map(({ position }) => position);
  const isAsked = withContent === true && positions.length > 0;
  const contents = isAsked ? await readingAhead(from, () => contentsAt(from, positions)) : null;
  return events.map((event) => ({ ...event, content: contents?.get(event.position) ?? null }));
}

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

/** By position; of an event that changed nothing, or of which that is not known yet, nothing. */
export type ShownChanges = ReadonlyMap<bigint, Pick<FoundEvent, 'changes' | 'changed'>>;

interface ChangesRow extends FoundChange {
  readonly position: bigint;
  readonly changed: number;
}

/** Those first that the query names: they are why the event was found. */
async function changesAt(from: Queryable, positions: readonly bigint[], query: Query): Promise<ShownChanges> {
  if (positions.length === 0) return new Map();
  const named = namedPaths(query)
    .map((path) => regexOfPath(path, 'and below'))
    .filter(isHoldable);
  const { rows } = await readingAhead(from, () =>
    from.query<ChangesRow>(
      `SELECT position, path, value, "isCut", changed FROM (
       SELECT c.position, p.text AS path, c.value, c.is_cut AS "isCut",
         row_number() OVER (PARTITION BY c.position ORDER BY (p.text ~ ANY($2::text[])) DESC, p.text)::integer AS nth,
         count(*) OVER (PARTITION BY c.position)::integer AS changed
       FROM change c JOIN path p ON p.id = c.path_id WHERE c.position = ANY($1::bigint[])
     ) changes WHERE nth <= ${SHOWN_CHANGES} ORDER BY position, nth`,
      [positions, named],
    ),
  );
  const found = new Map<bigint, { changes: FoundChange[]; changed: number }>();
  for (const { position, changed, ...change } of rows) {
    const known = found.get(position);
    if (known === undefined) found.set(position, { changes: [change], changed });
    else known.changes.push(change);
  }
  return found;
}
