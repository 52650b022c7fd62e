/**
 * What the payloads of a type and schema version looked like as of an instant: the shape in front of the first stretch of events that had not come
 * whole by then, and the payloads behind it that had.
 *
 * Of a log that was not recorded in its order, those may be all there are: no more than a bound are read, the first in the log, and how many is said.
 */
import { parseExact, readShape, Shape } from '#core';
import type { Queryable } from '../event-row.ts';
import { Binder } from '../search/binder.ts';
import type { AsOf } from './catalogue-store.ts';
import { type CountedLog, clockOn, positionsBetween } from './counted-log.ts';

const MOST_READ = 60_000;

export interface ShapeUpTo {
  readonly shape: Shape;
  /** Of the events that were looked at, those whose payload is no JSON. */
  readonly opaque: number;
  readonly looked: number;
}

interface PayloadKind {
  readonly type: string;
  readonly schemaVersion: number;
}

interface Stretch {
  readonly events: bigint;
  readonly opaque: bigint;
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  /** By the clock that is asked. */
  readonly first: bigint;
  readonly last: bigint;
  readonly isFull: boolean;
}

export async function shapeUpTo(
  client: Queryable,
  log: CountedLog,
  asOf: AsOf,
  kind: PayloadKind,
): Promise<ShapeUpTo> {
  const stretches = await stretchesOf(client, log, asOf, kind);
  const cut = stretches.findIndex(({ last, isFull }) => last > asOf.at || !isFull);
  const whole = cut === -1 ? stretches : stretches.slice(0, cut);
  const shape = await shapeBehind(client, log, kind, whole.at(-1));
  let looked = whole.reduce((sum, { events }) => sum + Number(events), 0);
  let opaque = whole.reduce((sum, stretch) => sum + Number(stretch.opaque), 0);
  const most = looked + MOST_READ;
  for (const stretch of stretches.slice(whole.length)) {
    if (stretch.first > asOf.at) continue;
    if (looked >= most) break;
    for (const { position, format, payload } of await payloadsIn(client, log, asOf, kind, stretch)) {
      const value = format === 'json' ? parseExact(payload) : null;
      if (value?.ok === true) shape.add(value.value, Number(position));
      else opaque += 1;
      looked += 1;
    }
  }
  return { shape, opaque, looked };
}

async function stretchesOf(
  client: Queryable,
  { namespace }: CountedLog,
  { axis }: AsOf,
  { type, schemaVersion }: PayloadKind,
): Promise<readonly Stretch[]> {
  const { bind, values } = new Binder();
  const { rows } = await client.query<Stretch>(
    `SELECT events, opaque, first_position AS "firstPosition", last_position AS "lastPosition", first_${axis} AS first,
       last_${axis} AS last, shape IS NOT NULL AS "isFull"
     FROM catalogue_stretch WHERE namespace = ${bind(namespace, 'text')} AND type = ${bind(type, 'text')}
       AND schema_version = ${bind(schemaVersion, 'integer')} ORDER BY first_position`,
    values,
  );
  return rows;
}

/** Of all payloads up to the end of a full stretch. */
async function shapeBehind(
  client: Queryable,
  { namespace }: CountedLog,
  { type, schemaVersion }: PayloadKind,
  stretch: Stretch | undefined,
): Promise<Shape> {
  if (stretch === undefined) return new Shape();
  const { bind, values } = new Binder();
  const { rows } = await client.query<{ shape: string }>(
    `SELECT shape FROM catalogue_stretch WHERE namespace = ${bind(namespace, 'text')} AND type = ${bind(type, 'text')}
       AND schema_version = ${bind(schemaVersion, 'integer')} AND first_position = ${bind(stretch.firstPosition, 'bigint')}`,
    values,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The stretch at @${stretch.firstPosition} is gone.`);
  return readShape(row.shape);
}

interface ReadPayload {
  readonly position: bigint;
  readonly format: string;
  readonly payload: string;
}

async function payloadsIn(
  client: Queryable,
  log: CountedLog,
  { axis, at }: AsOf,
  { type, schemaVersion }: PayloadKind,
  { firstPosition, lastPosition }: Stretch,
): Promise<readonly ReadPayload[]> {
  const binder = new Binder();
  const { bind } = binder;
  const between = positionsBetween(log, type, firstPosition, lastPosition, binder);
  const { rows } = await client.query<ReadPayload>(
    `SELECT e.position, e.payload_format AS format, b.payload
     FROM (${between}) p JOIN event e ON e.position = p.position JOIN event_body b ON b.position = e.position
     WHERE e.schema_version = ${bind(schemaVersion, 'integer')} AND e.${clockOn(axis)} <= ${bind(at, 'bigint')}
     ORDER BY e.position`,
    binder.values,
  );
  return rows;
}
