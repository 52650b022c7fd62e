/**
 * The change log: what every event changed on the recorded axis, a row a leaf. "Who changed this field" and "what was true then" are
 * answered from it, across all streams, without folding.
 *
 * Whoever folds is handed in: the store knows no projection. Notes about entities are no entities and are left out.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { NOTES_ENTITY_TYPE, type Problem } from '#core';
import { LINE_COLUMNS, linesOf, PLAIN_LINE_COLUMNS } from '../event-lines.ts';
import type { AskedLines, ChangeFolding, ChangeMark, GrownStream } from './change-folding.ts';
import { keepChangedDays } from './change-rollup.ts';
import { holdable } from './holdable-text.ts';
import { pathIdsOf } from './paths.ts';
import { lastOfStep } from './step-range.ts';
import { ANY_WAY, steppedEvents, WALKED } from './stepped-events.ts';
import { inTurn, type Turn } from './turn.ts';

const TABLES = ['change', 'change_rollup', 'path', 'entity_state', 'event_mark'] as const;

/** `basis` stands for all that decides how events are folded. How far it is after the step; null: another process has the turn. */
export function stepChanges(
  pool: Pool,
  basis: string,
  fold: ChangeFolding,
  most?: number,
): Promise<bigint | null> {
  const turn: Turn = { name: 'changes', basis: `3 ${basis}`, tables: TABLES };
  return inTurn(pool, turn, async (client, from) => {
    const to = await lastOfStep(client, from, most);
    if (to > from) await takeIn(client, from, to, fold);
    return to;
  });
}

/** Thrown where the fold answers a problem: the step is taken back. */
export class ChangesNotFolded extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

async function takeIn(client: PoolClient, from: bigint, to: bigint, fold: ChangeFolding): Promise<void> {
  const { rows: grown } = await client.query<GrownStream>(GROWN, [from, to]);
  const streams = grown.filter(({ entityType }) => entityType !== NOTES_ENTITY_TYPE);
  if (streams.length === 0) return;
  const notes = grown.flatMap(({ entityType, id }) => (entityType === NOTES_ENTITY_TYPE ? [id] : []));
  let lines: AsyncGenerator<Buffer> | null = null;
  const linesAsked = (asked: AskedLines): AsyncIterable<Uint8Array> => {
    const select = linesBetween(from, to, notes, asked);
    const read = asked.order === 'position' ? walkedLines(client, select) : linesOf(client, select);
    lines = read;
    return { [Symbol.asyncIterator]: () => ({ next: () => read.next() }) };
  };
  const folded = await fold(streams, linesAsked, {
    pathIds: (paths) => pathIdsOf(client, paths),
    write: (rows) => pipeline(Readable.from(slices(rows)), client.query(copyFrom(COPY))),
  });
  await readToTheEnd(lines);
  if (!folded.ok) throw new ChangesNotFolded(folded.error);
  const { days, states, marks } = folded.value;
  await keepChangedDays(client, days);
  // As one text: the driver takes its time over arrays of long ones.
  const kept = states.map(({ streamId, ...state }) => ({ stream_id: String(streamId), ...state }));
  await client.query(KEEP_STATES, [JSON.stringify(kept)]);
  if (marks.length > 0) await client.query(KEEP_MARKS, columnsOf(marks));
}

async function* walkedLines(client: PoolClient, select: string): AsyncGenerator<Buffer, void, undefined> {
  await client.query(WALKED);
  yield* linesOf(client, select);
  await client.query(ANY_WAY);
}

/** What a fold that failed has left: in the middle of a COPY the connection could not even take the step back. */
async function readToTheEnd(lines: AsyncGenerator<Buffer> | null): Promise<void> {
  while (lines !== null && !(await lines.next()).done);
}

/** Streams and their states are looked up one by one: a step has few of them, and the store may have millions. */
const GROWN = `SELECT s.id, s.namespace, s.entity_type AS "entityType", p.kind AS registered, n.events, n.position, n.version,
    (SELECT st.leaves FROM entity_state st WHERE st.stream_id = n.stream_id) AS leaves
  FROM (SELECT stream_id, count(*)::integer AS events, max(position) AS position, max(version) AS version FROM event WHERE position > $1 AND position <= $2 GROUP BY stream_id) n
  CROSS JOIN LATERAL (SELECT id, namespace, entity_type FROM stream WHERE id = n.stream_id OFFSET 0) s
  LEFT JOIN projection p ON p.namespace = s.namespace AND p.entity_type = s.entity_type`;

/** COPY takes no parameters: all of these are numbers. */
function linesBetween(
  from: bigint,
  to: bigint,
  leftOut: readonly bigint[],
  { members, order }: AskedLines,
): string {
  const columns = `e.stream_id, ${members === 'all' ? LINE_COLUMNS : PLAIN_LINE_COLUMNS}`;
  const range = { from: String(BigInt(from)), to: String(BigInt(to)) };
  const isTaken = leftOut.length === 0 ? 'true' : `e.stream_id <> ALL ('{${leftOut.join()}}')`;
  return steppedEvents(columns, range, isTaken, order === 'stream' ? 'e.stream_id, e.version' : undefined);
}

const COPY = `COPY change (position, stream_id, recorded_high, occurred_at, value_key, path_id, version, is_cut, value, number)
  FROM STDIN`;

const SLICE_BYTES = 65_536;

/** So that PostgreSQL has the next one before it is through with the one before. */
function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
}

const KEEP_STATES = `INSERT INTO entity_state (stream_id, version, leaves)
  SELECT stream_id, version, leaves FROM json_to_recordset($1::json) AS s(stream_id bigint, version integer, leaves text)
  ON CONFLICT (stream_id) DO UPDATE SET version = EXCLUDED.version, leaves = EXCLUDED.leaves`;

const KEEP_MARKS = `INSERT INTO event_mark (position, stream_id, version, kind, message)
  SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[], $5::text[])`;

function columnsOf(marks: readonly ChangeMark[]): unknown[] {
  return [
    marks.map(({ position }) => position),
    marks.map(({ streamId }) => streamId),
    marks.map(({ version }) => version),
    marks.map(({ kind }) => kind),
    marks.map(({ message }) => holdable(message)),
  ];
}
