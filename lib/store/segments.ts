/**
 * The read model of histories: closed segments, and in which order they make up a history.
 *
 * All of it follows from the log. A segment is written once; two that build the same history at once write the same bytes.
 */
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
}

const COLUMNS = `place, hash, first, last, clock, lowest_version AS "lowestVersion", highest_version AS "highestVersion", touched`;

/** Ascending by place. */
export async function closedSegments(pool: Pool, name: HistoryName): Promise<readonly ClosedSegment[]> {
  const { rows } = await pool.query<ClosedSegment>(
    `SELECT ${COLUMNS} FROM history_segment WHERE history = $1 AND known_version = $2 ORDER BY place`,
    [name.history, name.knownVersion],
  );
  return rows;
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
  const { rows } = await pool.query<{ bytes: Uint8Array }>('SELECT bytes FROM segment WHERE hash = $1', [
    hash,
  ]);
  return rows[0]?.bytes ?? null;
}

/** `bytes` may be left out where the segment is there already under its hash. */
export async function keepSegment(
  pool: Pool,
  { history, knownVersion }: HistoryName,
  streamId: bigint,
  { place, hash, first, last, clock, lowestVersion, highestVersion, touched }: ClosedSegment,
  bytes: Uint8Array | null,
): Promise<void> {
  if (bytes !== null) {
    await pool.query('INSERT INTO segment (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      hash,
      bytes,
    ]);
  }
  await pool.query(
    `INSERT INTO history_segment (history, known_version, place, stream_id, hash, first, last, clock, lowest_version,
       highest_version, touched) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      history,
      knownVersion,
      place,
      streamId,
      hash,
      first,
      last,
      clock,
      lowestVersion,
      highestVersion,
      touched,
    ],
  );
}

/** How many segments went. */
export async function dropSegments(pool: Pool): Promise<number> {
  await pool.query('DELETE FROM history_segment');
  const { rowCount } = await pool.query('DELETE FROM segment');
  return rowCount ?? 0;
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
