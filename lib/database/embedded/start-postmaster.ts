import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, type Outcome, ok } from '../outcome.ts';
import type { Binaries } from './binaries.ts';
import { lastWords } from './last-words.ts';
import { type Postmaster, runningPostmaster, strikeOutDeadPid } from './postmaster.ts';
import { serverUser } from './server-user.ts';
import { sharedBuffers } from './shared-buffers.ts';

const POLL_MS = 15;
/** Recovery after a crash reads the log since the last checkpoint, which can take minutes. */
const READY_MS = 300_000;
/** Sessions of a killed server notice within a second or so that it is gone. */
const ORPHANS_MS = 20_000;
const LOG_BYTES = 10_000_000;

export interface Launch {
  readonly cluster: string;
  readonly log: string;
  readonly binaries: Binaries;
  /** The port it had last: programs that run on still know it by that. */
  readonly port: number | null;
  readonly stop: AbortSignal | undefined;
}

/**
 * Starts a server that outlives us: it is stopped by the last process that has a lease, and adopted if its starter was killed.
 * On loopback TCP alone: a socket's path may be too long for the system (107 bytes), a port never is.
 */
export async function startPostmaster(launch: Launch): Promise<Outcome<Postmaster>> {
  const deadline = Date.now() + ORPHANS_MS;
  for (;;) {
    const port = await freePort(launch.port);
    const from = await logSize(launch.log);
    const started = await launchOnce(launch, port);
    if (started !== null) return ok(started);
    const said = (await readFile(launch.log, 'utf8')).slice(from);
    const passing = /pre-existing shared memory block|could not bind|another server might be running/i.test(
      said,
    );
    if (!passing || Date.now() > deadline) {
      return fail('CS-404', `PostgreSQL did not start. It said: ${lastWords(said)}`, launch.log);
    }
    await pause(200);
  }
}

interface Waiting {
  readonly child?: ChildProcess;
  readonly stop: AbortSignal | undefined;
}

/** Waits until a server that is there accepts connections; null when it died on the way. Rejects when told to stop. */
export async function whenReady(cluster: string, { child, stop }: Waiting): Promise<Postmaster | null> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    stop?.throwIfAborted();
    const ended = child !== undefined && (child.exitCode !== null || child.signalCode !== null);
    const server = await runningPostmaster(cluster);
    if (server?.status === 'ready') return server;
    if (ended || (child === undefined && server === null)) return null;
    await pause(POLL_MS);
  }
  return null;
}

async function launchOnce(launch: Launch, port: number): Promise<Postmaster | null> {
  const user = await serverUser(launch.cluster);
  await strikeOutDeadPid(launch.cluster);
  const log = await openLog(launch.log);
  try {
    if (user !== null) await chown(launch.log, user.uid, user.gid);
    const child = spawn(launch.binaries.postgres, ['-D', launch.cluster, ...settings(port)], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: launch.binaries.env,
      ...(user ?? {}),
    });
    child.on('error', () => undefined);
    child.unref();
    return child.pid === undefined ? null : await whenReadyOrEnded(launch, child);
  } finally {
    await log.close();
  }
}

/** So early that nobody may know yet where the server is but its starter. */
async function whenReadyOrEnded(launch: Launch, child: ChildProcess): Promise<Postmaster | null> {
  try {
    return await whenReady(launch.cluster, { child, stop: launch.stop });
  } catch (error) {
    const ended = once(child, 'exit');
    if (child.kill('SIGINT')) await ended;
    throw error;
  }
}

const settings = (port: number): string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=on',
    'password_encryption=scram-sha-256',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    `shared_buffers=${sharedBuffers()}MB`,
    ...ioSettings(),
  ].flatMap((setting) => ['-c', setting]);

const FEW_CORES = 4;

/** To hand each read to a worker takes longer than the read where cores are few; reading ahead without workers takes a kernel that can be asked for it. */
const ioSettings = (): string[] =>
  availableParallelism() <= FEW_CORES && process.platform !== 'win32' ? ['io_method=sync'] : [];

async function openLog(path: string): Promise<FileHandle> {
  return open(path, (await logSize(path)) > LOG_BYTES ? 'w' : 'a', 0o600);
}

const logSize = async (path: string): Promise<number> => (await stat(path).catch(() => ({ size: 0 }))).size;

async function freePort(wanted: number | null): Promise<number> {
  return (
    (wanted === null ? null : await probe(wanted)) ??
    (await probe(0)) ??
    Promise.reject(new Error('There is no free port on 127.0.0.1.'))
  );
}

function probe(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
