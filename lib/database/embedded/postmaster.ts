import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf } from '../process-identity.ts';

const POLL_MS = 15;
const STOP_MS = 30_000;
// Larger than any process number a system gives out.
const NO_PROCESS = 999_999_999;

/** A running PostgreSQL server, as its `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The server that runs on this cluster, if one does; whoever started it. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await pidFileLines(cluster);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isSafeInteger(pid) || pid <= 0 || !servesCluster(pid, cluster)) return null;
  return { pid, port, status: (lines[7] ?? '').trim() };
}

/**
 * After a kill -9 or a power cut the file stays, and its process number may belong to somebody else by now; PostgreSQL would take
 * that process for a server and refuse to start. The number is struck out and the rest kept, because PostgreSQL checks by the
 * shared memory named there that no orphaned session is still at work.
 */
export async function strikeOutDeadPid(cluster: string): Promise<void> {
  const lines = await pidFileLines(cluster);
  if (lines.length < 2 || (await runningPostmaster(cluster)) !== null) return;
  await writeFile(join(cluster, 'postmaster.pid'), [NO_PROCESS, ...lines.slice(1)].join('\n'));
}

/** Asks the server to end its sessions and write everything down; after half a minute, to stop at once (it then recovers at its next start). */
export async function stopPostmaster(cluster: string): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  let asked: 'SIGINT' | 'SIGQUIT' | null = null;
  for (
    let server = await runningPostmaster(cluster);
    server !== null;
    server = await runningPostmaster(cluster)
  ) {
    const wanted = Date.now() < deadline ? 'SIGINT' : 'SIGQUIT';
    if (asked !== wanted) signal(server.pid, wanted);
    asked = wanted;
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Gone between the look and the signal, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

const servesCluster = (pid: number, cluster: string): boolean => {
  const command = ` ${commandLineOf(pid) ?? ''} `;
  return command.includes('postgres') && command.includes(` -D ${cluster} `);
};

async function pidFileLines(cluster: string): Promise<string[]> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  } catch {
    return [];
  }
}
