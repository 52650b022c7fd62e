import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One migration in Prisma's own layout: `<name>/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the script, hex, which Prisma keeps in its table; and the same with the line ends of a checkout elsewhere. */
  readonly checksums: readonly string[];
}

/** All migrations of a folder in their order, which is that of their names. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  const unix = sql.replaceAll('\r\n', '\n');
  return { name, sql, checksums: [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf) };
}

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
