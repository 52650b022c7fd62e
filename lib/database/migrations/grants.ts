import { type Client, escapeIdentifier } from 'pg';

/** What was written here stays as it was written: no role of the application may change or remove a row. */
const LOG_TABLES = ['event', 'event_body', 'event_link'] as const;
/** What follows from the log, and may be dropped and built again. */
const SEGMENTS = ['segment', 'history_segment', 'open_segment'] as const;
/** Of the whole store: too many rows to go one by one when they are built anew. */
const WHOLE_STORE = [
  'read_model',
  'term',
  'searchable_event',
  'listed_event',
  'recorded_order',
  'searchable_words',
  'rollup',
  'actor_rollup',
  'path',
  'change',
  'change_rollup',
  'entity_state',
  'event_mark',
  'catalogue_type',
  'catalogue_shape',
  'catalogue_follow',
  'catalogue_day',
  'catalogue_follow_day',
  'catalogue_stretch',
] as const;
const OWN_TABLE = '_prisma_migrations';

/**
 * Gives the application's role what it needs and takes the rest away: read everything, add everywhere, change only what is not
 * the log, drop only what follows from it. It gets TRUNCATE on the read models of the whole store alone. Does nothing for the owner of
 * the tables: an owner's rights cannot be taken away for good, so there the triggers alone keep the log (and the status page says so).
 */
export async function grantTo(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string; owns: boolean }>(
    `SELECT c.relname AS name, pg_has_role($1, c.relowner, 'USAGE') AS owns
       FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')`,
    [role],
  );
  if (rows.some(({ owns }) => owns)) return;
  const to = escapeIdentifier(role);
  const tables = rows.map(({ name }) => name).filter((name) => name !== OWN_TABLE);
  const log = tables.filter((name) => LOG_TABLES.some((table) => table === name));
  const models = tables.filter((name) => [...SEGMENTS, ...WHOLE_STORE].some((table) => table === name));
  const emptied = models.filter((name) => WHOLE_STORE.some((table) => table === name));
  const others = tables.filter((name) => !log.includes(name) && !models.includes(name));
  const list = (names: readonly string[]): string => names.map(escapeIdentifier).join(', ');
  const statements = [
    `GRANT USAGE ON SCHEMA ${escapeIdentifier(await currentSchema(client))} TO ${to}`,
    `GRANT SELECT ON ${escapeIdentifier(OWN_TABLE)} TO ${to}`,
    ...(tables.length > 0
      ? [`REVOKE ALL ON ${list(tables)} FROM ${to}`, `GRANT SELECT, INSERT ON ${list(tables)} TO ${to}`]
      : []),
    ...(models.length > 0 ? [`GRANT UPDATE, DELETE ON ${list(models)} TO ${to}`] : []),
    ...(emptied.length > 0 ? [`GRANT TRUNCATE ON ${list(emptied)} TO ${to}`] : []),
    ...(others.length > 0 ? [`GRANT UPDATE ON ${list(others)} TO ${to}`] : []),
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${escapeIdentifier(await currentSchema(client))} TO ${to}`,
  ];
  await client.query(`BEGIN; ${statements.join('; ')}; COMMIT`);
}

/** Not so where somebody migrated with Prisma's own command, or the application got another role. */
export async function isGranted(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean | null }>(
    `SELECT bool_and(has_table_privilege($1, to_regclass(name), 'INSERT')) AS may FROM unnest($2::text[]) name`,
    [role, [...LOG_TABLES, ...SEGMENTS, ...WHOLE_STORE]],
  );
  return rows[0]?.may !== false;
}

async function currentSchema(client: Client): Promise<string> {
  const { rows } = await client.query<{ schema: string | null }>('SELECT current_schema() AS schema');
  const schema = rows[0]?.schema;
  if (typeof schema !== 'string') throw new Error('The database has no schema on its search path.');
  return schema;
}
