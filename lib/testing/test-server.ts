import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  APP_ROLE,
  appUrl,
  ensureRole,
  ensureRoles,
  joinEmbeddedServer,
  OWNER_ROLE,
  ownerUrl,
  packageRoot,
  withClient,
} from '#database';

/** A PostgreSQL server on which tests make and drop databases. */
export interface TestServer {
  /** A role that may create databases and roles. */
  adminUrl(database: string): string;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  readonly owner: string;
  readonly app: string;
  /** Databases on it belong to tests of this checkout alone, so what dead tests left may be dropped. */
  readonly ours: boolean;
  close(): Promise<void>;
}

/** The server that TEST_DATABASE_URL names (as a role that may create databases and roles), else an embedded one in the checkout. */
export async function testServer(): Promise<TestServer> {
  const own = process.env.TEST_DATABASE_URL;
  return own === undefined || own === '' ? embeddedServer() : namedServer(own);
}

async function embeddedServer(): Promise<TestServer> {
  const joined = await joinEmbeddedServer({
    dataDir: join(packageRoot(), '.chronoscope', 'test'),
    create: true,
  });
  if (!joined.ok) throw new Error(`${joined.error.code} ${joined.error.message}`);
  const server = joined.value;
  await server.exclusively(() => ensureRoles(server));
  return {
    adminUrl: server.adminUrl,
    ownerUrl: (database) => ownerUrl(server, database),
    appUrl: (database) => appUrl(server, database),
    owner: OWNER_ROLE,
    app: APP_ROLE,
    ours: true,
    close: server.close,
  };
}

async function namedServer(url: string): Promise<TestServer> {
  // The same in every process that tests with this URL, and no more of a secret than the URL is. Roles stay on the server, so
  // that another URL has roles of its own, whose password it knows.
  const password = createHash('sha256').update(url).digest('hex');
  const owner = `chronoscope_test_owner_${password.slice(0, 8)}`;
  const app = `chronoscope_test_app_${password.slice(0, 8)}`;
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    await ensureRole(client, owner, password);
    await ensureRole(client, app, password);
    // Only a member may make a database for another role, where it is not a superuser.
    await client.query(`GRANT ${owner} TO current_user`);
  });
  const as = (role: string | null, database: string): string => {
    const named = new URL(url);
    named.pathname = `/${encodeURIComponent(database)}`;
    if (role !== null) [named.username, named.password] = [role, password];
    return named.href;
  };
  const adminUrl = (database: string): string => (database === 'postgres' ? url : as(null, database));
  const [ownerOf, appOf] = [
    (database: string) => as(owner, database),
    (database: string) => as(app, database),
  ];
  return {
    adminUrl,
    ownerUrl: ownerOf,
    appUrl: appOf,
    owner,
    app,
    ours: false,
    close: async () => undefined,
  };
}

const ROLES_LOCK = 7_255_081_402;
