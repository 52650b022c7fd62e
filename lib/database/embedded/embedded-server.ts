import { rm } from 'node:fs/promises';
import { withFileLock } from '../file-lock.ts';
import { type Outcome, ok } from '../outcome.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { ADMIN_ROLE, ensureCluster } from './cluster.ts';
import {
  type ClusterRecord,
  clusterRecordOf,
  type DataFolder,
  findStore,
  hasCluster,
  keepClusterRecord,
  noStore,
  openDataFolder,
  unusable,
} from './data-folder.ts';
import { countLeases, takeLease } from './leases.ts';
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { startPostmaster, whenReady } from './start-postmaster.ts';

/** Where root's clusters and the copy of the programs go. */
const SYSTEM_DIR = '/var/lib/chronoscope';
const WATCH_MS = 500;

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Make a store where there is none, which is otherwise a problem: CS-416. */
  readonly create?: boolean;
  readonly systemDir?: string;
  /** Start the server again, on the same port, whenever it dies while we hold it. */
  readonly keepRunning?: boolean;
  readonly log?: (message: string) => void;
  /** Told to stop while it is still being opened: rejects with the reason, and leaves nothing running. */
  readonly stop?: AbortSignal;
}

/** Our share of the PostgreSQL server of a data folder. */
export interface EmbeddedServer {
  readonly port: number;
  /** Folder of PostgreSQL's own files, which may lie on another disk than the data folder. */
  readonly cluster: string;
  readonly passwords: ClusterRecord['passwords'];
  /** As the server's administrator, who owns nothing of ours. */
  adminUrl(database: string): string;
  /** Runs alone among all processes that use the folder. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Gives the share back; the last one out stops the server. */
  close(): Promise<void>;
}

/** Joins the server of a data folder, or starts it, and makes it where `create` says so. A server left behind by a killed process is adopted. */
export async function joinEmbeddedServer(options: EmbeddedOptions): Promise<Outcome<EmbeddedServer>> {
  const found = options.create === true ? ok(null) : await findStore(options.dataDir);
  if (!found.ok) return found;
  try {
    const folder = await openDataFolder(options.dataDir);
    return await withFileLock(folder.lock, () => join(folder, options), { stop: options.stop });
  } catch (error) {
    return unusable(options.dataDir, error);
  }
}

interface Started {
  readonly cluster: string;
  readonly record: ClusterRecord;
  readonly server: Postmaster;
}

async function join(folder: DataFolder, options: EmbeddedOptions): Promise<Outcome<EmbeddedServer>> {
  if (options.create !== true && !(await hasCluster(folder))) return noStore(options.dataDir);
  const systemDir = options.systemDir ?? SYSTEM_DIR;
  const binaries = await findBinaries(folder, systemDir);
  if (!binaries.ok) return binaries;
  const started = await ensureRunning(folder, systemDir, binaries.value, options.stop);
  if (!started.ok) return started;
  const lease = await takeLease(folder.leases);
  const again = () => withFileLock(folder.lock, () => ensureRunning(folder, systemDir, binaries.value));
  const stopWatching =
    options.keepRunning === true
      ? keepRunning(started.value.cluster, again, options.log)
      : async () => undefined;
  return ok(shareOf(folder, started.value, lease, stopWatching));
}

async function ensureRunning(
  folder: DataFolder,
  systemDir: string,
  binaries: Binaries,
  stop?: AbortSignal,
): Promise<Outcome<Started>> {
  const record = await clusterRecordOf(folder, systemDir);
  const cluster = await ensureCluster(folder, record, binaries);
  if (!cluster.ok) return cluster;
  try {
    const launch = { cluster: cluster.value, log: folder.log, binaries, port: record.port, stop };
    const adopted = await whenReady(cluster.value, { stop });
    const server = adopted === null ? await startPostmaster(launch) : ok(adopted);
    if (!server.ok) return server;
    if (server.value.port !== record.port)
      await keepClusterRecord(folder, { ...record, port: server.value.port });
    return ok({ cluster: cluster.value, record, server: server.value });
  } catch (error) {
    // Without a lease there is nobody yet who would stop it later.
    if ((await countLeases(folder.leases)) === 0) await stopPostmaster(cluster.value);
    throw error;
  }
}

function shareOf(
  folder: DataFolder,
  started: Started,
  lease: string,
  stopWatching: () => Promise<void>,
): EmbeddedServer {
  let closing: Promise<void> | null = null;
  const leave = async (): Promise<void> => {
    await stopWatching();
    await withFileLock(folder.lock, async () => {
      await rm(lease, { force: true });
      if ((await countLeases(folder.leases)) === 0) await stopPostmaster(started.cluster);
    });
  };
  const { port } = started.server;
  return {
    port,
    cluster: started.cluster,
    passwords: started.record.passwords,
    adminUrl: (database) =>
      `postgresql://${ADMIN_ROLE}:${started.record.passwords.admin}@127.0.0.1:${port}/${database}`,
    exclusively: (work) => withFileLock(folder.lock, work),
    close: () => {
      closing ??= leave();
      return closing;
    },
  };
}

/** Looks now and then whether the server lives, and starts it if not. The answer ends that and waits for a start under way. */
function keepRunning(
  cluster: string,
  start: () => Promise<Outcome<Started>>,
  log: EmbeddedOptions['log'],
): () => Promise<void> {
  let said = '';
  const look = async (): Promise<void> => {
    if ((await runningPostmaster(cluster)) !== null) return;
    const again = await start();
    const message = again.ok
      ? 'The database server had died; it runs again.'
      : `The database server died. ${again.error.message}`;
    // A disk that stays full would otherwise fill the log as well; the numbers are those of files and processes.
    const gist = message.replaceAll(/\d+/g, '');
    if (again.ok || gist !== said) log?.(message);
    said = gist;
  };
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => log?.(`The database server could not be watched: ${error}`))
      .finally(() => {
        running = null;
      });
  }, WATCH_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
