/**
 * When the events of some entities were: all their clocks between the first and the last of them, cut into equal parts, and how many events of
 * each entity lie in each. Counted from the searchable events, without reading what they say.
 */
import type { Queryable } from '../event-row.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import type { DensitySearch, FoundDensity } from './event-search.ts';

export async function densityOf(
  from: Queryable,
  { namespace, axis, entities, parts }: DensitySearch,
): Promise<FoundDensity | null> {
  // No stored name holds what PostgreSQL cannot; the places of the others stay.
  if (!isHoldable(namespace)) return null;
  const names = (name: 'entityType' | 'entityId') =>
    entities.map((entity) =>
      isHoldable(entity.entityType) && isHoldable(entity.entityId) ? entity[name] : null,
    );
  const { rows } = await from.query<PartRow>(
    `WITH counted AS MATERIALIZED (
       SELECT w.place, e.${axis === 'recorded' ? 'recorded_at' : 'occurred_at'} AS at
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w(type, id, place)
       JOIN stream s ON s.namespace = $1 AND s.entity_type = w.type AND s.entity_id = w.id
       JOIN searchable_event e ON e.stream_id = s.id
     ), span AS (SELECT min(at) AS first, max(at) AS last FROM counted)
     SELECT c.place, ((c.at - span.first) * $4::bigint / (span.last - span.first + 1))::integer AS part,
       count(*) AS events, span.first, span.last,
       (SELECT position FROM read_model WHERE name = 'search') AS "countedTo"
     FROM counted c, span GROUP BY 1, 2, 4, 5 ORDER BY 1, 2`,
    [namespace, names('entityType'), names('entityId'), parts],
  );
  const [some] = rows;
  if (some === undefined) return null;
  const counts = new Map<number, { part: number; events: number }[]>();
  for (const { place, part, events } of rows) {
    const of = counts.get(Number(place)) ?? [];
    of.push({ part, events: Number(events) });
    counts.set(Number(place), of);
  }
  return {
    from: some.first,
    to: some.last,
    entities: entities.map((_entity, index) => counts.get(index + 1) ?? []),
    countedTo: some.countedTo ?? 0n,
  };
}

interface PartRow {
  readonly place: bigint;
  readonly part: number;
  readonly events: bigint;
  readonly first: bigint;
  readonly last: bigint;
  readonly countedTo: bigint | null;
}
