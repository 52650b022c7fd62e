/**
 * The read model of histories: closed segments, in which order they make up a history, and the open one behind them.
 *
 * All of it follows from the log. A closed segment is written once; two that build the same history at once write the same bytes.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

export interface HistoryName {
  /** Stands for stream, axis, projection, upcasters and format. */
  readonly history: string;
  /** On the occurred axis: the newest version taken into account; 0 on the recorded axis. */
  readonly knownVersion: number;
}

export interface ClosedSegment {
  readonly place: number;
  /** Of what it was made from, hex. */
  readonly hash: string;
  readonly first: number;
  readonly last: number;
  readonly clock: bigint;
  readonly lowestVersion: number;
  readonly highestVersion: number;
  /** Bloom filter of the paths that its events changed. */
  readonly touched: Uint8Array;
  /** JSON of core's Sketch. */
  readonly sketch: string;
}

export interface KeptSegments {
  /** Ascending by place. */
  readonly closed: readonly ClosedSegment[];
  /** As it was when it was last folded: more events may have gone into it since, or have closed it. */
  readonly open: ClosedSegment | null;
}

const COLUMNS = `place, hash, first, last, clock, lowest_version AS "lowestVersion", highest_version AS "highestVersion", touched,
  sketch`;

/** Rows that were damaged are left out, as if they had never been written. Both in one question, since it stands before a first answer. */
export async function keptSegments(pool: Pool, name: HistoryName): Promise<KeptSegments> {
  const { rows } = await pool.query<
    ClosedSegment & { readonly digest: Uint8Array; readonly isOpen: boolean }
  >(
    `SELECT ${COLUMNS}, digest, false AS "isOpen" FROM history_segment WHERE history = $1 AND known_version = $2
     UNION ALL SELECT ${COLUMNS}, digest, true FROM open_segment WHERE history = $1 AND known_version = $2
     ORDER BY "isOpen", place`,
    [name.history, name.knownVersion],
  );
  const closed: ClosedSegment[] = [];
  let open: ClosedSegment | null = null;
  for (const { digest, isOpen, ...segment } of rows) {
    if (!digestOf(name, segment).equals(digest)) continue;
    if (isOpen) open = segment;
    else closed.push(segment);
  }
  return { closed, open };
}

function digestOf(name: HistoryName, segment: ClosedSegment): Buffer {
  const { place, hash, first, last, clock, lowestVersion, highestVersion, touched, sketch } = segment;
  const columns = [name.history, name.knownVersion, place, hash, first, last, String(clock)];
  const rest = [lowestVersion, highestVersion, Buffer.from(touched).toString('hex'), sketch];
  return createHash('sha256')
    .update(JSON.stringify([...columns, ...rest]))
    .digest();
}

/** The newest version below `version` for which closed segments are kept, or null. */
export async function knownBefore(pool: Pool, history: string, version: number): Promise<number | null> {
  const { rows } = await pool.query<{ known: number | null }>(
    'SELECT max(known_version) AS known FROM history_segment WHERE history = $1 AND known_version < $2',
    [history, version],
  );
  return rows[0]?.known ?? null;
}

/** Gzipped; null where there is none. */
export async function segmentBytes(pool: Pool, hash: string): Promise<Uint8Array | null> {
  const { rows } = await pool.query<{ bytes: Uint8Array }>(
    'SELECT bytes FROM segment WHERE hash = $1 UNION ALL SELECT bytes FROM open_segment WHERE hash = $1 LIMIT 1',
    [hash],
  );
  return rows[0]?.bytes ?? null;
}

/** Writes over what is there: it is the same, or it was damaged. `bytes` null: the segment is there already under its hash. */
export async function keepSegment(
  pool: Pool,
  name: HistoryName,
  streamId: bigint,
  segment: ClosedSegment,
  bytes: Uint8Array | null,
): Promise<void> {
  if (bytes !== null) {
    await pool.query(
      'INSERT INTO segment (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO UPDATE SET bytes = EXCLUDED.bytes',
      [segment.hash, bytes],
    );
  }
  await pool.query(
    `INSERT INTO history_segment (${WRITTEN}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (history, known_version, place) DO UPDATE SET ${WRITTEN_OVER}`,
    valuesOf(name, streamId, segment),
  );
}

/** Writes over the one that was kept before. */
export async function keepOpenSegment(
  pool: Pool,
  name: HistoryName,
  streamId: bigint,
  segment: ClosedSegment,
  bytes: Uint8Array,
): Promise<void> {
  await pool.query(
    `INSERT INTO open_segment (${WRITTEN}, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (history, known_version) DO UPDATE SET place = EXCLUDED.place, bytes = EXCLUDED.bytes, ${WRITTEN_OVER}`,
    [...valuesOf(name, streamId, segment), bytes],
  );
}

const WRITTEN =
  'history, known_version, place, stream_id, hash, first, last, clock, lowest_version, highest_version, touched, sketch, digest';
const WRITTEN_OVER = `stream_id = EXCLUDED.stream_id, hash = EXCLUDED.hash, first = EXCLUDED.first, last = EXCLUDED.last,
  clock = EXCLUDED.clock, lowest_version = EXCLUDED.lowest_version, highest_version = EXCLUDED.highest_version,
  touched = EXCLUDED.touched, sketch = EXCLUDED.sketch, digest = EXCLUDED.digest`;

function valuesOf(name: HistoryName, streamId: bigint, segment: ClosedSegment): unknown[] {
  return [
    name.history,
    name.knownVersion,
    segment.place,
    streamId,
    segment.hash,
    segment.first,
    segment.last,
    segment.clock,
    segment.lowestVersion,
    segment.highestVersion,
    segment.touched,
    segment.sketch,
    digestOf(name, segment),
  ];
}

/**
 * Lets go of what the same history knew at lower versions: each late event would leave another copy. Segments that no history
 * names any more go with it.
 */
export async function dropOlder(pool: Pool, { history, knownVersion }: HistoryName): Promise<void> {
  await pool.query('DELETE FROM open_segment WHERE history = $1 AND known_version < $2', [
    history,
    knownVersion,
  ]);
  await pool.query(
    `WITH gone AS (DELETE FROM history_segment WHERE history = $1 AND known_version < $2 RETURNING hash)
     DELETE FROM segment s USING gone WHERE s.hash = gone.hash AND NOT EXISTS (
       SELECT FROM history_segment h
       WHERE h.hash = s.hash AND NOT (h.history = $1 AND h.known_version < $2))`,
    [history, knownVersion],
  );
}

/** One that cannot be read; histories that name it are built again from there. */
export async function discardSegment(pool: Pool, hash: string): Promise<void> {
  await pool.query('DELETE FROM history_segment WHERE hash = $1', [hash]);
  await pool.query('DELETE FROM segment WHERE hash = $1', [hash]);
  await pool.query('DELETE FROM open_segment WHERE hash = $1', [hash]);
}

/** How many segments went. */
export async function dropSegments(pool: Pool): Promise<number> {
  await pool.query('DELETE FROM history_segment');
  const { rowCount: open } = await pool.query('DELETE FROM open_segment');
  const { rowCount: closed } = await pool.query('DELETE FROM segment');
  return (closed ?? 0) + (open ?? 0);
}

/** Streams of more events than that, the longest first. */
export async function longStreams(
  pool: Pool,
  events: number,
): Promise<
  readonly { readonly namespace: string; readonly entityType: string; readonly entityId: string }[]
> {
  const { rows } = await pool.query(
    `SELECT namespace, entity_type AS "entityType", entity_id AS "entityId" FROM stream WHERE version > $1
     ORDER BY version DESC, id`,
    [events],
  );
  return rows;
}
