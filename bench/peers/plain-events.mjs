/** The events as an application without an event store keeps them: schema.prisma beside this file says the same to Prisma. */
import pg from 'pg';

const TABLE = `CREATE TABLE IF NOT EXISTS plain_event (
  id uuid PRIMARY KEY, stream_id text NOT NULL, version int NOT NULL, type text NOT NULL, payload jsonb NOT NULL, actor text,
  correlation_id uuid, occurred_at timestamptz(6) NOT NULL, recorded_at timestamptz(6) NOT NULL, UNIQUE (stream_id, version))`;

const instant = (column) => `timestamptz 'epoch' + ${column} * interval '1 microsecond'`;

/** Copies them out of the log, once for all who read them. */
export async function loadPlainEvents(url, stream) {
  await connected(url, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(TABLE);
    await client.query(
      `INSERT INTO plain_event SELECT b.event_id::uuid, s.entity_id, e.version, e.type, b.payload::jsonb, b.actor,
         b.correlation_id::uuid, ${instant('e.occurred_at')}, ${instant('e.recorded_at')}
       FROM event e JOIN event_body b USING (position) JOIN stream s ON s.id = e.stream_id
       WHERE s.entity_id = $1 ORDER BY e.position ON CONFLICT DO NOTHING`,
      [stream],
    );
    await client.query('ANALYZE plain_event');
  });
}

/** The first events of a stream, for those that append them elsewhere. */
export function readLog(url, stream, count) {
  return connected(url, async (client) => {
    const { rows } = await client.query(
      `SELECT b.event_id AS id, e.version, e.type, b.payload::json AS payload, b.actor, b.correlation_id AS "correlationId",
         ${instant('e.occurred_at')} AS "occurredAt", ${instant('e.recorded_at')} AS "recordedAt"
       FROM event e JOIN event_body b USING (position) JOIN stream s ON s.id = e.stream_id
       WHERE s.entity_id = $1 AND e.version <= $2 ORDER BY e.version`,
      [stream, count],
    );
    return rows;
  });
}

export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
