import { type EmbeddedServer, joinEmbeddedServer } from './embedded/embedded-server.ts';
import { APP_ROLE, appUrl, ensureDatabase, ensureRoles, ownerUrl } from './embedded/roles.ts';
import { freeBytesOf } from './free-bytes.ts';
import { prepareDatabase, withoutPassword } from './migrations/prepare-database.ts';
import { fail, type Outcome, ok } from './outcome.ts';
import { withClient } from './with-client.ts';

const DATABASE = 'chronoscope';

export interface DatabaseOptions {
  /** Folder of the embedded server. Not touched when `databaseUrl` is given. */
  readonly dataDir: string;
  /** Make the embedded server where the folder has none. Without it that is a problem: a folder may be named by mistake. */
  readonly create?: boolean;
  /** Your own PostgreSQL 15 or newer, as the role the application is to have. */
  readonly databaseUrl?: string;
  /** The same database as the role that owns the tables; default: `databaseUrl`. */
  readonly ownerUrl?: string;
  /** Start the embedded server again whenever it dies (for a program that runs long). */
  readonly keepRunning?: boolean;
  /** Instead of /var/lib/chronoscope, where root's clusters go when nobody else can reach `dataDir`. */
  readonly systemDir?: string;
  readonly log?: (message: string) => void;
  /** Told to stop while it is still being opened: rejects with the reason after the step under way, and leaves nothing running. */
  readonly stop?: AbortSignal;
}

export interface Database {
  /** Of the application's role. */
  readonly url: string;
  readonly embedded: boolean;
  /** On the disk of the embedded server; null for a server of your own, whose disk is its own matter. */
  freeBytes(): Promise<number | null>;
  /** To be called once nothing uses `url` any more; the embedded server stops with its last user. */
  close(): Promise<void>;
}

/**
 * A database with this program's schema: the embedded one, started or joined, or your own. Migrations run as the owner; the
 * application's role gets its grants.
 *
 * @returns a problem CS-403 … CS-408 or CS-416, each with what to do, when there is no server, no store, no right or no way to
 * migrate
 */
export async function openDatabase(options: DatabaseOptions): Promise<Outcome<Database>> {
  options.stop?.throwIfAborted();
  return options.databaseUrl === undefined
    ? openEmbedded(options)
    : openOwn(options.databaseUrl, options.ownerUrl);
}

async function openEmbedded(options: DatabaseOptions): Promise<Outcome<Database>> {
  const joined = await joinEmbeddedServer(options);
  if (!joined.ok) return joined;
  const server = joined.value;
  try {
    const prepared = await prepareEmbedded(server, options.stop);
    if (prepared.ok)
      return ok({
        url: appUrl(server, DATABASE),
        embedded: true,
        freeBytes: () => freeBytesOf(server.cluster),
        close: server.close,
      });
    await server.close();
    return prepared;
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function prepareEmbedded(
  server: EmbeddedServer,
  stop: AbortSignal | undefined,
): Promise<Outcome<readonly string[]>> {
  stop?.throwIfAborted();
  await server.exclusively(async () => {
    await ensureRoles(server);
    await ensureDatabase(server, DATABASE);
  });
  stop?.throwIfAborted();
  return prepareDatabase(ownerUrl(server, DATABASE), APP_ROLE);
}

async function openOwn(url: string, owner = url): Promise<Outcome<Database>> {
  const role = await roleOf(url);
  if (!role.ok) return role;
  const prepared = await prepareDatabase(owner, role.value);
  if (!prepared.ok) return prepared;
  return ok({
    url,
    embedded: false,
    freeBytes: async () => null,
    close: async () => undefined,
  });
}

async function roleOf(url: string): Promise<Outcome<string>> {
  try {
    return ok(await ask(url, 'SELECT current_user::text AS answer'));
  } catch (error) {
    const why =
      error instanceof Error
        ? error.message || ('code' in error ? String(error.code) : error.name)
        : String(error);
    return fail('CS-406', `DATABASE_URL cannot be reached: ${why}`, withoutPassword(url));
  }
}

async function ask(url: string, query: string): Promise<string> {
  const { rows } = await withClient(url, (client) => client.query<{ answer: string }>(query));
  return rows[0]?.answer ?? '';
}
