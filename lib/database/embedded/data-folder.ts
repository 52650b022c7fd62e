/**
 * What lies in a data folder:
 *
 *     cluster.json    0600: where the cluster is, the passwords of its roles, the port it last had
 *     cluster/        PostgreSQL's own files, 0700, owned by the user it runs as. Not here when we are root and that user cannot
 *                     reach this folder: then cluster.json points to /var/lib/chronoscope/<random>
 *     leases/         one empty file for each opening of the database, named after the process that holds it
 *     lock            held while the server is started, stopped or joined
 *     lib/            links with the names under which PostgreSQL's programs look for their libraries
 *     postgres.log    what the server says
 *     config/         the compiled chronoscope.config.ts (written by others)
 */
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, readdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { fail, type Outcome, ok } from '../outcome.ts';
import { canEnter, SERVER_USER } from './server-user.ts';

export interface DataFolder {
  readonly path: string;
  readonly leases: string;
  readonly lock: string;
  readonly libraries: string;
  readonly log: string;
}

export interface ClusterRecord {
  /** Null: in the data folder itself, so that the folder can be moved. */
  readonly home: string | null;
  readonly port: number | null;
  readonly passwords: { readonly admin: string; readonly owner: string; readonly app: string };
}

/**
 * Whether somebody made a store here, or is making one right now: a folder that is named by mistake must stay as it is.
 *
 * Errors: CS-416 there is none, CS-405.
 */
export async function findStore(path: string): Promise<Outcome<null>> {
  try {
    const begun = (await isThere(join(path, RECORD))) || (await isThere(join(path, LOCK)));
    return begun ? ok(null) : noStore(path);
  } catch (error) {
    return unusable(path, error);
  }
}

/** Whether the store that was begun here has its cluster. To be called under the folder's lock. */
export async function hasCluster(folder: DataFolder): Promise<boolean> {
  const record = await keptRecord(folder);
  return record !== null && (await isThere(join(homeOf(folder, record), 'cluster')));
}

export function noStore(path: string): Outcome<never> {
  return fail(
    'CS-416',
    `${path} holds no store: name the folder of an existing one in --data-dir or CHRONOSCOPE_DATA_DIR. \`chronoscope start\` and \`chronoscope import\` make one.`,
    path,
  );
}

/** Makes the folder, and nothing in it, for what is to be kept there besides the cluster. Errors: CS-405. */
export async function makeDataFolder(path: string): Promise<Outcome<null>> {
  try {
    await makeFolder(path, folderMode());
    return ok(null);
  } catch (error) {
    return unusable(path, error);
  }
}

/** The problem that an error of the file system is; throws any other error. */
export function unusable(path: string, error: unknown): Outcome<never> {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  const remedy = error.code === 'ENOSPC' ? 'Make room on its disk' : 'Name another in CHRONOSCOPE_DATA_DIR';
  return fail('CS-405', `The data folder cannot be used: ${error.message}. ${remedy}.`, path);
}

/** Makes the folder if need be. Throws what the file system throws (no right, no space). */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await makeFolder(path, folderMode());
  // A folder with nothing foreign in it becomes ours, whatever mode it was made with. Where root does this, the server's user
  // has to pass through it, but not to list it.
  if ((await readdir(path)).every((name) => name === CONFIG_CACHE)) await chmod(path, folderMode());
  const real = await realpath(path);
  const folder = {
    path: real,
    leases: join(real, 'leases'),
    lock: join(real, LOCK),
    libraries: join(real, 'lib'),
    log: join(real, 'postgres.log'),
  };
  await makeFolder(folder.leases, 0o700);
  return folder;
}

/** The record of the folder's cluster; made, with new passwords, where there is none. To be called under the folder's lock. */
export async function clusterRecordOf(folder: DataFolder, systemDir: string): Promise<ClusterRecord> {
  const kept = await keptRecord(folder);
  if (kept !== null) return kept;
  const away = process.getuid?.() === 0 && !canEnter(folder.path, SERVER_USER);
  const record = {
    home: away ? join(systemDir, randomBytes(8).toString('hex')) : null,
    port: null,
    passwords: { admin: password(), owner: password(), app: password() },
  };
  await keepClusterRecord(folder, record);
  return record;
}

/** Replaces the record in one step. */
export async function keepClusterRecord(folder: DataFolder, record: ClusterRecord): Promise<void> {
  const draft = `${recordFile(folder)}.new`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  // Whoever owns the folder keeps the right to read it when root writes this for them.
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(folder.path);
    await chown(draft, uid, gid);
  }
  await rename(draft, recordFile(folder));
}

/** Folder that holds `cluster/`. */
export const homeOf = (folder: DataFolder, record: ClusterRecord): string => record.home ?? folder.path;

async function keptRecord(folder: DataFolder): Promise<ClusterRecord | null> {
  try {
    return JSON.parse(await readFile(recordFile(folder), 'utf8'));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const CONFIG_CACHE = 'config';
const RECORD = 'cluster.json';
const LOCK = 'lock';
const recordFile = (folder: DataFolder): string => join(folder.path, RECORD);
const folderMode = (): number => (process.getuid?.() === 0 ? 0o711 : 0o700);
const password = (): string => randomBytes(24).toString('hex');
