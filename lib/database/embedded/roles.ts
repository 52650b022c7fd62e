import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { withClient } from '../with-client.ts';
import type { EmbeddedServer } from './embedded-server.ts';

/** Owns the tables and migrates them. */
export const OWNER_ROLE = 'chronoscope_owner';
/** What the application connects as: it can read and add, and cannot change the log. */
export const APP_ROLE = 'chronoscope_app';

/** Makes the two roles with the passwords of the data folder, if they are not there. Under the folder's lock. */
export async function ensureRoles(server: EmbeddedServer): Promise<void> {
  await withClient(server.adminUrl('postgres'), async (client) => {
    await ensureRole(client, OWNER_ROLE, server.passwords.owner);
    await ensureRole(client, APP_ROLE, server.passwords.app);
  });
}

/** Makes an empty database of the owner's, if it is not there. Under the folder's lock. */
export async function ensureDatabase(server: EmbeddedServer, name: string): Promise<void> {
  await withClient(server.adminUrl('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${OWNER_ROLE}`);
  });
}

/** Makes a role that may log in, if it is not there. */
export async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0)
    await client.query(`CREATE ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

export const ownerUrl = (server: EmbeddedServer, database: string): string =>
  `postgresql://${OWNER_ROLE}:${server.passwords.owner}@127.0.0.1:${server.port}/${database}`;

export const appUrl = (server: EmbeddedServer, database: string): string =>
  `postgresql://${APP_ROLE}:${server.passwords.app}@127.0.0.1:${server.port}/${database}`;
