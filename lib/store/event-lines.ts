/**
 * The events of one stream in the order of an axis as PostgreSQL writes them, in the text format of COPY: a line an event, its
 * members as EVENT_LINE has them.
 *
 * Who folds them reads the lines in its own thread: rows that the driver reads here, and that are then copied there, take longer than
 * the fold. Law: the lines hold the events that eventsOf gives, each once.
 */
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { EVENT_LINE, type StoredEvent } from '#core';
import type { OrderedEventsQuery } from './store.ts';

/** By the name that the event has for it. */
const COLUMNS: Record<(typeof EVENT_LINE)[number], string> = {
  version: 'e.version',
  occurredAt: 'e.occurred_at',
  recordedAt: 'e.recorded_at',
  recordedHigh: 'e.recorded_high',
  position: 'e.position',
  schemaVersion: 'e.schema_version',
  flags: 'e.flags',
  removed: 'e.removed',
  leafHash: "encode(e.leaf_hash, 'hex')",
  payloadFormat: 'e.payload_format',
  type: 'e.type',
  actor: 'b.actor',
  source: 'b.source',
  eventId: 'b.event_id',
  correlationId: 'b.correlation_id',
  causationId: 'b.causation_id',
  payload: 'b.payload',
};
/** The columns of a line, from `event e JOIN event_body b`. */
export const LINE_COLUMNS = EVENT_LINE.map((name) => COLUMNS[name]).join(', ');

/** What no fold of the product's own asks for; code of the user's may. */
const ASKED_BY_USERS: ReadonlySet<string> = new Set<(typeof EVENT_LINE)[number]>([
  'leafHash',
  'source',
  'eventId',
  'correlationId',
  'causationId',
]);
/** The same, with nothing in those members. */
export const PLAIN_LINE_COLUMNS = EVENT_LINE.map((name) =>
  ASKED_BY_USERS.has(name) ? `''` : COLUMNS[name],
).join(', ');
const TABLES = 'event e JOIN event_body b ON b.position = e.position';

/** A statement for so many, so that none takes longer than a statement may while its reader takes its time. */
const PAGE = 20_000;
const CHUNK_BYTES = 131_072;
/** The lowest bigint of the database. */
const BEFORE_ALL = -(2n ** 63n);

/** Chunks of whole lines, each in memory of its own. The first is read when it is asked for. */
export async function* eventLines(
  pool: Pool,
  query: OrderedEventsQuery,
): AsyncGenerator<Uint8Array, void, undefined> {
  let after: OrderedEventsQuery['after'] = query.after;
  for (;;) {
    let lines = 0;
    for await (const chunk of pageOf(pool, { ...query, after })) {
      lines += countOf(chunk);
      after = placeOfLast(chunk);
      yield chunk;
    }
    if (lines < PAGE) return;
  }
}

async function* pageOf(pool: Pool, query: OrderedEventsQuery): AsyncGenerator<Buffer, void, undefined> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    yield* linesOf(client, selectOf(query));
    isWhole = true;
  } finally {
    // In the middle of a COPY there is nothing else that a connection could do.
    client.release(!isWhole);
  }
}

/** What a query gives, as lines of COPY's text format: chunks of whole lines, each in memory of its own. */
export async function* linesOf(client: PoolClient, select: string): AsyncGenerator<Buffer, void, undefined> {
  const rows = client.query(copyTo(`COPY (${select}) TO STDOUT`, { highWaterMark: 4 * CHUNK_BYTES }));
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of rows as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size < CHUNK_BYTES) continue;
    const all = joined(parts);
    const end = all.lastIndexOf(NEWLINE) + 1;
    parts = end === all.length ? [] : [Buffer.from(all.subarray(end))];
    size = all.length - end;
    if (end > 0) yield inOwnMemory(all.subarray(0, end));
  }
  if (size > 0) yield inOwnMemory(joined(parts));
}

const joined = (parts: readonly Buffer[]): Buffer =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);

/** As it is where it has a memory to itself: each copy is memory that the collector of this thread has to come for. */
function inOwnMemory(bytes: Buffer): Buffer {
  const isAlone = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return isAlone ? bytes : Buffer.from(Uint8Array.prototype.slice.call(bytes).buffer);
}

/** COPY takes no parameters: every one of these is a number. */
function selectOf({ streamId, axis, upTo, after }: OrderedEventsQuery): string {
  const [stream, last, version] = [BigInt(streamId), BigInt(upTo), BigInt(after?.version ?? 0)];
  const of = `SELECT ${LINE_COLUMNS} FROM ${TABLES} WHERE e.stream_id = ${stream}`;
  if (axis === 'recorded')
    return `${of} AND e.version > ${version} AND e.version <= ${last} ORDER BY e.version LIMIT ${PAGE}`;
  const occurred = BigInt(after?.occurredAt ?? BEFORE_ALL);
  return `${of} AND (e.occurred_at, e.version) > ('${occurred}'::bigint, ${version}) AND e.version <= ${last}
    ORDER BY e.occurred_at, e.version LIMIT ${PAGE}`;
}

const NEWLINE = 10;

function countOf(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** The first two members of the last line. */
function placeOfLast(chunk: Buffer): Pick<StoredEvent, 'version' | 'occurredAt'> {
  const from = chunk.lastIndexOf(NEWLINE, chunk.length - 2) + 1;
  const [version = '', occurredAt = ''] = chunk.toString('latin1', from, from + 48).split('\t');
  return { version: Number(version), occurredAt: BigInt(occurredAt) };
}
