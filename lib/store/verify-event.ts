/** One event against its commitment: what in its columns is not what was committed to. */
import type { PoolClient } from 'pg';
import { EVENT_FLAGS, type EventLink } from '#core';
import { digestsOf } from './digests.ts';
import { LOG_COLUMNS, type LogRow } from './event-row.ts';
import { leafBytes, leafFields, leafHash } from './leaf.ts';
import { SALTS_BYTES } from './random-pool.ts';

export interface VerifiedRow {
  readonly position: bigint;
  readonly streamId: bigint;
  readonly leafBytes: Uint8Array;
  readonly leafHash: Uint8Array;
  /** null where the body or the stream is missing. */
  readonly event: (LogRow & { readonly links: readonly (EventLink & { readonly ordinal: number })[] }) | null;
}

type PageRow = LogRow & {
  readonly streamId: bigint;
  readonly storedBytes: Uint8Array;
  readonly storedHash: Uint8Array;
  readonly whole: boolean;
};

type OrdinalLink = EventLink & { readonly ordinal: number };

/** Payload and metadata may have a mebibyte each, so even the worst page fits into memory. */
const PAGE = 200;

export async function verifiedPage(
  client: PoolClient,
  after: bigint | null,
): Promise<readonly VerifiedRow[]> {
  const { rows } = await client.query<PageRow>(
    `SELECT ${LOG_COLUMNS}, e.stream_id AS "streamId", e.leaf_bytes AS "storedBytes", e.leaf_hash AS "storedHash",
       b.position IS NOT NULL AND s.id IS NOT NULL AS whole
     FROM event e LEFT JOIN event_body b ON b.position = e.position AND b.position > $1 LEFT JOIN stream s ON s.id = e.stream_id
     WHERE e.position > $1 ORDER BY e.position LIMIT ${PAGE}`,
    [after],
  );
  const links = await linksOf(client, rows);
  return rows.map(({ streamId, storedBytes, storedHash, whole, ...event }) => ({
    position: event.position,
    streamId,
    leafBytes: storedBytes,
    leafHash: storedHash,
    event: whole ? { ...event, links: links.get(event.position) ?? [] } : null,
  }));
}

async function linksOf(client: PoolClient, rows: readonly PageRow[]): Promise<Map<bigint, OrdinalLink[]>> {
  const { rows: found } = await client.query<OrdinalLink & { position: bigint }>(
    `SELECT position, ordinal, entity_type AS "entityType", entity_id AS "entityId", role FROM event_link
     WHERE position = ANY($1::bigint[]) ORDER BY position, ordinal`,
    [rows.map((row) => row.position)],
  );
  const links = new Map<bigint, OrdinalLink[]>();
  for (const { position, ...link } of found) links.set(position, [...(links.get(position) ?? []), link]);
  return links;
}

export function eventProblems(row: VerifiedRow): string[] {
  const problems: string[] = [];
  if (!Buffer.from(row.leafHash).equals(Buffer.from(leafHash(row.leafBytes), 'hex'))) {
    problems.push('leaf_hash is not the hash of leaf_bytes');
  }
  const { event } = row;
  if (event === null) return [...problems, `its body or its stream (${row.streamId}) is missing`];
  if (event.salts.length !== SALTS_BYTES * 2) return [...problems, 'its salts do not have their length'];
  const digests = digestsOf(Buffer.from(event.salts, 'hex'), event, event);
  const computed = { ...event, stream: event.streamKey, digests };
  if (!leafBytes(computed).equals(row.leafBytes)) {
    problems.push(`the columns do not give leaf_bytes: ${differences(leafFields(computed), row.leafBytes)}`);
  }
  if (event.links.some((link, nth) => link.ordinal !== nth))
    problems.push('its links are not numbered from 0 without gaps');
  const wentBack = (event.flags & EVENT_FLAGS.recordedWentBack) !== 0;
  if (wentBack !== event.recordedAt < event.recordedHigh) {
    problems.push('recorded_high does not agree with the mark of a clock that went back');
  }
  return problems;
}

/** Which parts of the leaf differ, by name. Bytes that are not the JSON they should be are all that can be said of them. */
function differences(computed: Readonly<Record<string, string>>, stored: Uint8Array): string {
  let committed: unknown;
  try {
    committed = JSON.parse(Buffer.from(stored).toString());
  } catch {
    return 'leaf_bytes is not JSON';
  }
  const parts = new Map(Object.entries(typeof committed === 'object' && committed !== null ? committed : {}));
  const names = Object.entries(computed).flatMap(([name, value]) =>
    parts.get(name) === value ? [] : [name],
  );
  return names.length === 0
    ? 'leaf_bytes is spelt otherwise'
    : `${names.join(', ')} differ from the commitment`;
}
