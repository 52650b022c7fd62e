/** The events that one step of a read model takes in: no more than so many, and no more than so many bytes of payload. */
import type { PoolClient } from 'pg';

const MOST_EVENTS = 16_000;
/** A step lies in memory, several times over. */
const MOST_BYTES = 16 * 1_048_576;

/** Position of the last of them, which is `from` where there are none. */
export async function lastOfStep(client: PoolClient, from: bigint, most = MOST_EVENTS): Promise<bigint> {
  const { rows } = await client.query<{ last: bigint | null; isWide: boolean | null }>(
    `SELECT max(position) AS last, sum(octet_length(payload)) > ${MOST_BYTES} AS "isWide" FROM (${NEXT}) next`,
    [from, most],
  );
  const [all] = rows;
  return all?.isWide === true ? lastOfWide(client, from, most) : (all?.last ?? from);
}

const NEXT = 'SELECT position, payload FROM event_body WHERE position > $1 ORDER BY position LIMIT $2';

/** Adding up one after the other takes several times as long, so it is left to those that need it. */
async function lastOfWide(client: PoolClient, from: bigint, most: number): Promise<bigint> {
  const { rows } = await client.query<{ last: bigint | null }>(
    `SELECT max(position) AS last FROM (
       SELECT position, sum(octet_length(payload)) OVER (ORDER BY position) AS bytes FROM (${NEXT}) next
     ) measured WHERE bytes <= ${MOST_BYTES} OR position = $1 + 1`,
    [from, most],
  );
  return rows[0]?.last ?? from;
}
