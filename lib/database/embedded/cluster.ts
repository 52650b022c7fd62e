import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from '../make-folder.ts';
import { fail, type Outcome, ok } from '../outcome.ts';
import type { Binaries } from './binaries.ts';
import { type ClusterRecord, type DataFolder, homeOf } from './data-folder.ts';
import { type ServerUser, serverUser } from './server-user.ts';

export const ADMIN_ROLE = 'chronoscope_admin';

/** The folder of the cluster, initialised if it is not there yet (about two seconds, once). Under the folder's lock. */
export async function ensureCluster(
  folder: DataFolder,
  record: ClusterRecord,
  binaries: Binaries,
): Promise<Outcome<string>> {
  const home = homeOf(folder, record);
  const cluster = join(home, 'cluster');
  if ((await lstat(cluster).catch(() => null)) !== null) return ok(cluster);
  if (record.home !== null) await makeHome(record.home, folder);
  // A killed initdb leaves half a cluster: so it works beside, and a rename makes it the cluster.
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const user = await serverUser(cluster);
  if (user !== null) await chown(draft, user.uid, user.gid);
  const made = await initialise(draft, join(home, 'admin-password'), record.passwords.admin, binaries, user);
  if (!made.ok) return made;
  await rename(draft, cluster);
  return ok(cluster);
}

async function makeHome(home: string, folder: DataFolder): Promise<void> {
  await makeFolder(home);
  await chmod(home, 0o711);
  await writeFile(join(home, 'README'), `PostgreSQL files of the Chronoscope data folder ${folder.path}\n`);
}

// Code points order text, so that pages of ids come in the order of the C collation; letters still have Unicode's cases.
async function initialise(
  cluster: string,
  passwordFile: string,
  password: string,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<Outcome<void>> {
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) await chown(passwordFile, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${ADMIN_ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await promisify(execFile)(binaries.initdb, ['-D', cluster, ...access, ...locale], {
      cwd: '/',
      env: binaries.env,
      ...(user ?? {}),
    });
    return ok(undefined);
  } catch (error) {
    return fail(
      'CS-404',
      `PostgreSQL could not make its folder: ${error instanceof Error ? error.message.trim() : error}`,
      cluster,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}
