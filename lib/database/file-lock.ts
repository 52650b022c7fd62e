import { randomUUID } from 'node:crypto';
import { link, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, ownIdentity } from './process-identity.ts';

const WAIT_MS = 180_000;
const POLL_MS = 20;

export interface Patience {
  readonly waitMs?: number;
  readonly stop?: AbortSignal | undefined;
}

/**
 * Runs `work` while no other process (and no other call in this one) is inside a `withFileLock` of the same path. A lock whose
 * holder died, by kill -9 too, is healed. Throws when the lock is not free within `waitMs`, and rejects when told to `stop`
 * waiting.
 */
export async function withFileLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMs = WAIT_MS, stop }: Patience = {},
): Promise<T> {
  await acquire(path, Date.now() + waitMs, stop);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, deadline: number, stop: AbortSignal | undefined): Promise<void> {
  while (!(await take(path))) {
    stop?.throwIfAborted();
    const holder = await holderOf(path);
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
  await writeFile(draft, ownIdentity(), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
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
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
