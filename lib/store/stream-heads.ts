/** The rows of `stream` while the log is locked: read for a batch, moved on in memory, written back at its end. */
import type { PoolClient } from 'pg';
import { entityKey } from './entity-key.ts';
import type { EntityRef } from './entity-ref.ts';

/** Immutable: the next event makes a new one. */
export interface StreamHead extends EntityRef {
  /** null: no row yet. */
  readonly id: bigint | null;
  readonly key: string;
  readonly version: number;
  readonly lastPosition: bigint;
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
  readonly removed: boolean;
  readonly recordedGiven: boolean;
}

/** By entityKey. */
export async function loadHeads(
  client: PoolClient,
  refs: readonly EntityRef[],
): Promise<Map<string, StreamHead>> {
  const distinct = [...new Map(refs.map((ref) => [entityKey(ref), ref])).values()];
  const { rows } = await client.query<StreamHead>(
    `SELECT s.id, s.namespace, s.entity_type AS "entityType", s.entity_id AS "entityId", s.key, s.version,
       s.last_position AS "lastPosition", s.first_recorded AS "firstRecorded", s.last_recorded AS "lastRecorded",
       s.first_occurred AS "firstOccurred", s.last_occurred AS "lastOccurred", s.removed, s.recorded_given AS "recordedGiven"
     FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(namespace, entity_type, entity_id)
     JOIN stream s USING (namespace, entity_type, entity_id)`,
    [distinct.map((r) => r.namespace), distinct.map((r) => r.entityType), distinct.map((r) => r.entityId)],
  );
  return new Map(rows.map((head) => [entityKey(head), head]));
}

/** Which of these stream keys are taken, and by whom: key → entityKey. */
export async function loadKeyOwners(
  client: PoolClient,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await client.query<EntityRef & { key: string }>(
    `SELECT key, namespace, entity_type AS "entityType", entity_id AS "entityId" FROM stream WHERE key = ANY($1::text[])`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, entityKey(row)]));
}

/** Writes the heads and answers the id of each: stream key → id. */
export async function writeHeads(
  client: PoolClient,
  heads: readonly StreamHead[],
): Promise<Map<string, bigint>> {
  const ids = new Map<string, bigint>();
  const born: StreamHead[] = [];
  const moved: StreamHead[] = [];
  for (const head of heads) {
    if (head.id === null) born.push(head);
    else {
      moved.push(head);
      ids.set(head.key, head.id);
    }
  }
  if (moved.length > 0) await moveHeads(client, moved);
  if (born.length > 0) for (const { key, id } of await insertHeads(client, born)) ids.set(key, id);
  return ids;
}

const MOVING = `version, last_position, first_recorded, last_recorded, first_occurred, last_occurred, removed, recorded_given`;

const movingArrays = (heads: readonly StreamHead[]): readonly unknown[] => [
  heads.map((h) => h.version),
  heads.map((h) => h.lastPosition),
  heads.map((h) => h.firstRecorded),
  heads.map((h) => h.lastRecorded),
  heads.map((h) => h.firstOccurred),
  heads.map((h) => h.lastOccurred),
  heads.map((h) => h.removed),
  heads.map((h) => h.recordedGiven),
];

async function insertHeads(
  client: PoolClient,
  heads: readonly StreamHead[],
): Promise<{ key: string; id: bigint }[]> {
  const { rows } = await client.query<{ key: string; id: bigint }>(
    `INSERT INTO stream (${MOVING}, namespace, entity_type, entity_id, key)
     SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bool[],
       $8::bool[], $9::text[], $10::text[], $11::text[], $12::text[])
     RETURNING key, id`,
    [
      ...movingArrays(heads),
      heads.map((h) => h.namespace),
      heads.map((h) => h.entityType),
      heads.map((h) => h.entityId),
      heads.map((h) => h.key),
    ],
  );
  return rows;
}

async function moveHeads(client: PoolClient, heads: readonly StreamHead[]): Promise<void> {
  await client.query(
    `UPDATE stream s SET (${MOVING}) = (m.version, m.last_position, m.first_recorded, m.last_recorded, m.first_occurred,
       m.last_occurred, m.removed, m.recorded_given)
     FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bool[], $8::bool[],
       $9::bigint[]) AS m(${MOVING}, id)
     WHERE s.id = m.id`,
    [...movingArrays(heads), heads.map((h) => h.id)],
  );
}
