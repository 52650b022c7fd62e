import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, ownIdentity } from '../process-identity.ts';

/**
 * Writes down that this process uses the server; answers the lease's file. Under the folder's lock.
 *
 * A process may hold several, and this module may be in it twice (in the command line's bundle and in Next's), so that a
 * counter would name two leases alike.
 */
export async function takeLease(leases: string): Promise<string> {
  const lease = join(/* turbopackIgnore: true */ leases, `${ownIdentity()}.${randomUUID()}`);
  await writeFile(lease, '', { mode: 0o600 });
  return lease;
}

/** How many leases are held by processes that live; those of the dead are removed. Under the folder's lock. */
export async function countLeases(leases: string): Promise<number> {
  let held = 0;
  for (const name of await readdir(leases)) {
    const [identity = ''] = name.split('.');
    if (isRunning(identity)) held++;
    else await rm(join(leases, name), { force: true });
  }
  return held;
}
