import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; this is `nobody` on every system that has one. */
export const SERVER_USER: ServerUser = { uid: 65534, gid: 65534 };

/**
 * Who PostgreSQL runs as: null is whoever we are. Root starts it as the owner of the cluster's folder (somebody else's data
 * folder, opened with sudo, stays theirs), else as `nobody`.
 */
export async function serverUser(cluster: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  try {
    const { uid, gid } = await stat(cluster);
    return uid === 0 ? SERVER_USER : { uid, gid };
  } catch {
    return SERVER_USER;
  }
}

/** Whether that user gets through to the folder. Tried, not computed: modes, access lists and mounts all have a say. */
export function canEnter(folder: string, user: ServerUser): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
