/** The shapes that a step of the catalogue touches: read when they are first met, written once when the step is through. */
import type { PoolClient } from 'pg';
import { type CountedEvent, type Json, readShape, Shape, shapeText } from '#core';
import { keepStretches, keyOf, openStretches, StretchRow } from './stretches.ts';

interface Named {
  readonly namespace: string;
  readonly type: string;
  readonly schemaVersion: number;
}

interface Shelved extends Named {
  readonly shape: Shape;
  readonly stretches: StretchRow;
  events: number;
  opaque: number;
  firstPosition: bigint;
  lastPosition: bigint;
}

export class ShapeShelf {
  private readonly shelved = new Map<string, Shelved>();

  constructor(private readonly client: PoolClient) {}

  /** To be called with the events that are about to be added. */
  async fetch(events: readonly Named[]): Promise<void> {
    const missing = new Map<string, Named>();
    for (const event of events) if (!this.shelved.has(keyOf(event))) missing.set(keyOf(event), event);
    if (missing.size === 0) return;
    const wanted = [...missing.values()];
    const names = [
      wanted.map(({ namespace }) => namespace),
      wanted.map(({ type }) => type),
      wanted.map(({ schemaVersion }) => schemaVersion),
    ] as const;
    const { rows } = await this.client.query<KeptRow>(KEPT, [...names]);
    const open = await openStretches(this.client, names);
    for (const { shape, events: kept, opaque, ...row } of rows)
      this.shelved.set(keyOf(row), {
        ...row,
        events: Number(kept),
        opaque: Number(opaque),
        shape: readShape(shape),
        stretches: new StretchRow(open.get(keyOf(row))),
      });
  }

  /** `payload` is undefined where it is no JSON. */
  add(event: Named & CountedEvent, payload: Json | undefined): void {
    const { namespace, type, schemaVersion, position } = event;
    let shelved = this.shelved.get(keyOf(event));
    if (shelved === undefined) {
      shelved = {
        ...{ namespace, type, schemaVersion, shape: new Shape(), events: 0, opaque: 0 },
        ...{ firstPosition: position, lastPosition: position, stretches: new StretchRow() },
      };
      this.shelved.set(keyOf(event), shelved);
    }
    shelved.events += 1;
    shelved.lastPosition = position;
    if (payload === undefined) shelved.opaque += 1;
    else shelved.shape.add(payload, Number(position));
    shelved.stretches.add(event, payload === undefined, shelved.shape);
  }

  async keep(): Promise<void> {
    const all = [...this.shelved.values()];
    if (all.length === 0) return;
    await this.client.query(KEEP, [
      all.map(({ namespace }) => namespace),
      all.map(({ type }) => type),
      all.map(({ schemaVersion }) => schemaVersion),
      all.map(({ events }) => events),
      all.map(({ opaque }) => opaque),
      all.map(({ firstPosition }) => firstPosition),
      all.map(({ lastPosition }) => lastPosition),
      all.map(({ shape }) => shapeText(shape)),
    ]);
    await keepStretches(
      this.client,
      all.flatMap(({ namespace, type, schemaVersion, stretches }) =>
        stretches.all.map((stretch) => ({ namespace, type, schemaVersion, ...stretch })),
      ),
    );
  }
}

interface KeptRow extends Named {
  readonly events: bigint;
  readonly opaque: bigint;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  readonly shape: string;
}

const KEPT = `SELECT c.namespace, c.type, c.schema_version AS "schemaVersion", c.events, c.opaque,
    c.first_position AS "firstPosition", c.last_position AS "lastPosition", c.shape
  FROM unnest($1::text[], $2::text[], $3::integer[]) AS w(namespace, type, schema_version)
  JOIN catalogue_shape c ON c.namespace = w.namespace AND c.type = w.type AND c.schema_version = w.schema_version`;

const KEEP = `INSERT INTO catalogue_shape (namespace, type, schema_version, events, opaque, first_position, last_position, shape)
  SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[])
  ON CONFLICT (namespace, type, schema_version) DO UPDATE SET events = EXCLUDED.events, opaque = EXCLUDED.opaque,
    last_position = EXCLUDED.last_position, shape = EXCLUDED.shape`;
