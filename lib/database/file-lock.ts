import { randomUUID } from 'node:crypto';
import { link, lstat, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, ownIdentity } from './process-identity.ts';

const WAIT_MS = 180_000;
const POLL_MS = 20;

export interface Patience {
  readonly waitMs?: number;
  readonly stop?: AbortSignal | undefined;
  /** Told who holds it, each time that it is found held. */
  readonly met?: ((holder: string) => void) | undefined;
}

/**
 * Runs `work` while no other process (and no other call in this one) is inside a `withFileLock` of the same path. A lock whose
 * holder died, by kill -9 too, is healed. Throws when the lock is not free within `waitMs`, and rejects when told to `stop`
 * waiting.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMs = WAIT_MS, stop, met }: Patience = {},
): Promise<T> {
  await acquire(path, Date.now() + waitMs, { stop, met });
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(
  path: string,
  deadline: number,
  { stop, met }: Pick<Patience, 'stop' | 'met'>,
): Promise<void> {
  while (!(await take(path))) {
    stop?.throwIfAborted();
    const holder = await holderOf(path);
    if (holder !== null) met?.(holder);
    if (holder !== null && !isRunning(holder)) await heal(path, holder);
    else if (Date.now() > deadline)
      throw new Error(`${path} is held by process ${holder ?? 'unknown'} for minutes.`);
    else await pause(POLL_MS);
  }
}

// A link appears at once and whole, with its holder written in it; a file opened with O_EXCL would be empty for a moment, and
// whoever reads it then could not tell a new lock from one whose holder died early.
async function take(path: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, ownIdentity(), { mode: 0o600 });
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (hasCode(error, 'ENOSPC')) return takeOnFullDisk(path);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

// A full disk has no block for a file's content, and a server has to be stopped there all the same. A symbolic link keeps the
// holder for a target without one. Not always such a link, because what walks over a checkout may stumble over one to nowhere.
async function takeOnFullDisk(path: string): Promise<boolean> {
  try {
    await symlink(ownIdentity(), path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

// Two who find the same dead holder must not both remove its lock: the slower one would remove the lock that the faster one
// took meanwhile. So a dead holder's lock is removed only under a lock named after that holder, and only if it is still its.
async function heal(path: string, dead: string): Promise<void> {
  await withFileLock(`${path}.${dead}`, async () => {
    if ((await holderOf(path)) === dead) await rm(path, { force: true });
  });
}

async function holderOf(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : await readFile(path, 'utf8');
  } catch (error) {
    // Gone, or taken anew in the other way, between the two looks.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EINVAL')) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
