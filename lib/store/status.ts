/** How the store is doing. */
import type { Pool } from 'pg';
import { roomWarning } from './room.ts';
import type { StoreStatus } from './store.ts';

interface StatusRow {
  readonly head: bigint;
  readonly bytes: bigint;
  readonly serverVersion: string;
  readonly mayChangeLog: boolean;
}

export async function status(pool: Pool, freeBytes: number | null): Promise<StoreStatus> {
  const { rows } = await pool.query<StatusRow>(
    `SELECT coalesce((SELECT max(position) FROM event), 0) AS head, pg_database_size(current_database()) AS bytes,
       current_setting('server_version') AS "serverVersion",
       (SELECT bool_or(pg_has_role(current_user, c.relowner, 'MEMBER') OR has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))
        FROM pg_class c WHERE c.oid IN ('event'::regclass, 'event_body'::regclass, 'event_link'::regclass)) AS "mayChangeLog"`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL gave no status');
  return {
    head: row.head,
    bytes: Number(row.bytes),
    freeBytes,
    roomWarning: roomWarning(freeBytes),
    serverVersion: row.serverVersion,
    appendOnly: row.mayChangeLog ? 'trigger only' : 'role and trigger',
  };
}
