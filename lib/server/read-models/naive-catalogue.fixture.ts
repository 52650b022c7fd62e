/** The catalogue from the whole log at once, as slowly and plainly as it can be said; and the rows that the read model has. */
import type pg from 'pg';
import { gapBucket, parseExact, Shape, shapeText } from '#core';
import type { LogEvent } from '#store';

export interface CatalogueRows {
  readonly types: readonly unknown[];
  readonly follows: readonly unknown[];
  readonly shapes: readonly unknown[];
}

export async function cataloguedRows(client: pg.Client): Promise<CatalogueRows> {
  const types = await client.query(
    `SELECT entity_type || ' ' || type AS name, events::integer, first_position::integer AS first, last_position::integer AS last,
       first_recorded AS "firstRecorded", last_recorded AS "lastRecorded", first_occurred AS "firstOccurred", last_occurred AS "lastOccurred"
     FROM catalogue_type ORDER BY entity_type, type`,
  );
  const follows = await client.query(
    `SELECT entity_type AS "entityType", before, after, events::integer, gap_sum AS "gapSum", gaps, first_position::integer AS first,
       last_position::integer AS last FROM catalogue_follow ORDER BY entity_type, before, after`,
  );
  const shapes = await client.query(
    `SELECT type, schema_version AS "schemaVersion", events::integer, opaque::integer, shape FROM catalogue_shape ORDER BY type, schema_version`,
  );
  return { types: types.rows, follows: follows.rows, shapes: shapes.rows };
}

/** Of events of one namespace and of no types of the product's own. */
export function naiveCatalogue(events: readonly LogEvent[]): CatalogueRows {
  return {
    types: grouped(events, ({ entityType, type }) => [entityType, type]).map(([[entityType, type], own]) => ({
      ...{ name: `${entityType} ${type}`, events: own.length, ...endsOf(own) },
      firstRecorded: String(lowest(own.map(({ recordedAt }) => recordedAt))),
      lastRecorded: String(-lowest(own.map(({ recordedAt }) => -recordedAt))),
      firstOccurred: String(lowest(own.map(({ occurredAt }) => occurredAt))),
      lastOccurred: String(-lowest(own.map(({ occurredAt }) => -occurredAt))),
    })),
    follows: grouped(events, (event) => [
      event.entityType,
      before(events, event)?.type ?? '',
      event.type,
    ]).map(([[entityType, earlier, after], own]) => {
      const gaps = own.flatMap((event) => {
        const last = before(events, event);
        return last === undefined ? [] : [event.occurredAt - last.occurredAt];
      });
      const buckets = grouped(gaps, (gap) => [String(gapBucket(gap)).padStart(4, ' ')]);
      return {
        ...{ entityType, before: earlier, after, events: own.length, ...endsOf(own) },
        gapSum: String(gaps.reduce((sum, gap) => (gap > 0n ? sum + gap : sum), 0n)),
        gaps: JSON.stringify(
          buckets.map(([[bucket], inIt]) => [Number(bucket), inIt.length] as const).sort(([a], [b]) => a - b),
        ),
      };
    }),
    shapes: grouped(events, ({ type, schemaVersion }) => [type, String(schemaVersion)]).map(
      ([[type, schemaVersion], own]) => {
        const shape = new Shape();
        let opaque = 0;
        for (const { payload, payloadFormat, position } of own) {
          const read = payloadFormat === 'json' ? parseExact(payload) : null;
          if (read?.ok === true) shape.add(read.value, Number(position));
          else opaque += 1;
        }
        return {
          ...{ type, schemaVersion: Number(schemaVersion), events: own.length, opaque },
          shape: shapeText(shape),
        };
      },
    ),
  };
}

const before = (events: readonly LogEvent[], { streamKey, version }: LogEvent): LogEvent | undefined =>
  events.find((event) => event.streamKey === streamKey && event.version === version - 1);

const endsOf = (events: readonly LogEvent[]) => ({
  first: Number(events[0]?.position),
  last: Number(events.at(-1)?.position),
});

const lowest = (all: readonly bigint[]): bigint => all.reduce((low, one) => (one < low ? one : low));

/** In C order of the names, one after the other. */
function grouped<T>(all: readonly T[], namesOf: (one: T) => readonly string[]): [readonly string[], T[]][] {
  const groups = new Map<string, [readonly string[], T[]]>();
  for (const one of all) {
    const names = namesOf(one);
    const group = groups.get(names.join('\0')) ?? [names, []];
    group[1].push(one);
    groups.set(names.join('\0'), group);
  }
  return [...groups.values()].sort(([a], [b]) =>
    Buffer.compare(Buffer.from(a.join('\0')), Buffer.from(b.join('\0'))),
  );
}
