/**
 * The events of one type and schema version in stretches of a few thousand, each with the shape of all payloads up to its end: what the shape was
 * at a moment is the one in front of the first event that had not come by then, and what the payloads behind it add.
 */
import type { PoolClient } from 'pg';
import { type CountedEvent, countIn, countsOfOne, type EventCounts, type Shape, shapeText } from '#core';
import { seenColumns } from './tally-columns.ts';

/** Few enough that their payloads are read again while somebody waits; so many that the shapes beside them take little room. */
const FULL = 4_096;

export interface Stretch extends EventCounts {
  /** Of its events, those whose payload is no JSON. */
  opaque: number;
  /** Text; null: it is still growing. */
  shape: string | null;
}

interface NamedStretch extends Readonly<Stretch> {
  readonly namespace: string;
  readonly type: string;
  readonly schemaVersion: number;
}

/** Those that a step touches. */
export class StretchRow {
  readonly all: Stretch[];

  /** `open`: the one that goes on. */
  constructor(open?: Stretch) {
    this.all = open === undefined ? [] : [open];
  }

  /** `shape`: of all payloads up to the event. */
  add(event: CountedEvent, isOpaque: boolean, shape: Shape): void {
    let open = this.all.at(-1);
    if (open === undefined || open.shape !== null) {
      open = { ...countsOfOne(event), opaque: 0, shape: null };
      this.all.push(open);
    } else countIn(open, event);
    if (isOpaque) open.opaque += 1;
    if (open.events >= FULL) open.shape = shapeText(shape);
  }
}

/** By {@link keyOf} of the names. */
export async function openStretches(
  client: PoolClient,
  [namespaces, types, schemaVersions]: readonly [readonly string[], readonly string[], readonly number[]],
): Promise<ReadonlyMap<string, Stretch>> {
  const { rows } = await client.query<NamedStretch>(OPEN, [namespaces, types, schemaVersions]);
  return new Map(
    rows.map(({ namespace, type, schemaVersion, ...stretch }) => [
      keyOf({ namespace, type, schemaVersion }),
      { ...stretch, events: Number(stretch.events), opaque: Number(stretch.opaque) },
    ]),
  );
}

export async function keepStretches(client: PoolClient, stretches: readonly NamedStretch[]): Promise<void> {
  const column = <T>(of: (stretch: NamedStretch) => T): readonly T[] => stretches.map(of);
  await client.query(KEEP, [
    column(({ namespace }) => namespace),
    column(({ type }) => type),
    column(({ schemaVersion }) => schemaVersion),
    column(({ events }) => events),
    column(({ opaque }) => opaque),
    ...seenColumns(stretches),
    column(({ shape }) => shape),
  ]);
}

export const keyOf = ({
  namespace,
  type,
  schemaVersion,
}: Pick<NamedStretch, 'namespace' | 'type' | 'schemaVersion'>): string =>
  `${namespace}\0${type}\0${schemaVersion}`;

/** The last one, if it is not full. */
const OPEN = `SELECT w.namespace, w.type, w.schema_version AS "schemaVersion", c.events, c.opaque,
    c.first_position AS "firstPosition", c.last_position AS "lastPosition", c.first_recorded AS "firstRecorded",
    c.last_recorded AS "lastRecorded", c.first_occurred AS "firstOccurred", c.last_occurred AS "lastOccurred", c.shape
  FROM unnest($1::text[], $2::text[], $3::integer[]) AS w(namespace, type, schema_version)
  CROSS JOIN LATERAL (
    SELECT * FROM catalogue_stretch s WHERE s.namespace = w.namespace AND s.type = w.type AND s.schema_version = w.schema_version
    ORDER BY s.first_position DESC LIMIT 1
  ) c
  WHERE c.shape IS NULL`;

const KEEP = `INSERT INTO catalogue_stretch (namespace, type, schema_version, events, opaque, first_position, last_position,
    first_recorded, last_recorded, first_occurred, last_occurred, shape)
  SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::bigint[], $12::text[])
  ON CONFLICT (namespace, type, schema_version, first_position) DO UPDATE SET events = EXCLUDED.events, opaque = EXCLUDED.opaque,
    last_position = EXCLUDED.last_position, first_recorded = EXCLUDED.first_recorded, last_recorded = EXCLUDED.last_recorded,
    first_occurred = EXCLUDED.first_occurred, last_occurred = EXCLUDED.last_occurred, shape = EXCLUDED.shape`;
