import { join } from 'node:path';
import { Client } from 'pg';
import { fail, type Outcome, ok } from '../outcome.ts';
import { packageRoot } from '../package-root.ts';
import { grantTo, isGranted } from './grants.ts';
import { type Migration, readMigrations } from './read-migrations.ts';

// Any number will do that nobody else takes; Prisma's engine takes one of its own while it works.
const LOCK = 7_255_081_401;
const OLDEST_SERVER = 150_000;

/**
 * Brings a database to this program's schema and gives the role `app` what it may do. Safe to call at any time, from several
 * processes at once; when there is nothing to do it costs a few queries and the engine is not loaded.
 */
export async function prepareDatabase(
  ownerUrl: string,
  app: string,
  folder = migrationsFolder(),
): Promise<Outcome<readonly string[]>> {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return fail('CS-406', `The database cannot be reached: ${textOf(error)}`, withoutPassword(ownerUrl));
  }
  try {
    const { rows } = await client.query<{ number: number }>(
      `SELECT current_setting('server_version_num')::int AS number`,
    );
    if ((rows[0]?.number ?? 0) < OLDEST_SERVER)
      return fail('CS-407', 'The server is older than PostgreSQL 15.', withoutPassword(ownerUrl));
    const migrations = await readMigrations(folder);
    const applied = await appliedTo(client);
    const problem = editProblem(migrations, applied, ownerUrl);
    if (problem !== null) return problem;
    if (migrations.every(({ name }) => applied.has(name)) && (await isGranted(client, app))) return ok([]);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    // Another program may have come first, with scripts of its own.
    return (
      editProblem(migrations, await appliedTo(client), ownerUrl) ??
      (await migrate(client, ownerUrl, app, folder, migrations))
    );
  } finally {
    await client.end();
  }
}

/** The migrations of the checkout. */
export const migrationsFolder = (): string => join(packageRoot(), 'prisma', 'migrations');

async function migrate(
  client: Client,
  ownerUrl: string,
  app: string,
  folder: string,
  migrations: readonly Migration[],
): Promise<Outcome<readonly string[]>> {
  try {
    const { applyMigrations } = await import('./schema-engine.ts');
    const applied = await applyMigrations(ownerUrl, folder, migrations);
    await grantTo(client, app);
    return ok(applied);
  } catch (error) {
    const hint = /permission denied|must be owner/i.test(textOf(error))
      ? ' The role may not change the schema: name one that may in DATABASE_OWNER_URL.'
      : '';
    return fail('CS-408', `A migration failed: ${textOf(error)}${hint}`, withoutPassword(ownerUrl));
  }
}

/** By name, the checksum of each script as it ran. Reads Prisma's table; never writes it. */
async function appliedTo(client: Client): Promise<ReadonlyMap<string, string>> {
  const table = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (table.rows[0]?.there !== true) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

// Prisma's engine passes over such a script and says nothing.
function editProblem(
  migrations: readonly Migration[],
  applied: ReadonlyMap<string, string>,
  ownerUrl: string,
): Outcome<never> | null {
  const edited = migrations.find(({ name, checksums }) => {
    const ran = applied.get(name);
    return ran !== undefined && !checksums.includes(ran);
  });
  return edited === undefined
    ? null
    : fail(
        'CS-408',
        `The migration ${edited.name} was edited after this database had run it, so the schema may not be the one that this program knows. Bring the script back as it was.`,
        withoutPassword(ownerUrl),
      );
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** For messages: a URL that says where, and no secret. */
export function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname, username } = new URL(url);
    return `${username}@${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'not a URL';
  }
}
