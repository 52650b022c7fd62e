/** On what was measured, and with which versions. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { packageRoot } from '#database';

const APP_PEERS = ['@prisma/client', 'pg', 'pg-copy-streams'];
const GIGABYTE = 2 ** 30;
/** Our tables, those of every peer and the write-ahead log. */
const BYTES_AN_EVENT = 8_192;
/** Our tables with every read model, and the write-ahead log. */
export const EXPLORER_BYTES_AN_EVENT = 4_300;
const BYTES_AT_LEAST = 4 * GIGABYTE;

export interface Circumstances {
  readonly machine: string;
  readonly versions: readonly string[];
  readonly commit: string;
}

export async function circumstances(): Promise<Circumstances> {
  const [{ model = 'unknown processor' } = {}] = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
    cwd: packageRoot(),
    encoding: 'utf8',
  });
  return {
    machine: `${cpus().length} × ${model}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node}`,
    versions: await peerVersions(),
    commit: commit.trim(),
  };
}

export const loadInWords = (): string =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(', ');

const QUIET = 0.5;
const LONGEST_WAIT_MS = 300_000;

/** Until the machine has come to rest from what was done before, or for five minutes: a neighbour may keep it busy for ever. */
export async function whenQuiet(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while ((loadavg()[0] ?? 0) > QUIET && performance.now() < until) await setTimeout(1_000);
}

/** Refuses before anything is written where there is too little for it. */
export async function demandRoom(
  events: number,
  bytesAnEvent = BYTES_AN_EVENT,
  /** Of a run before, whose logs are there. */
  kept: string | null = null,
): Promise<void> {
  const there = kept === null ? 0 : await bytesIn(kept);
  const needed = BYTES_AT_LEAST + Math.max(0, events * bytesAnEvent - there);
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize >= needed) return;
  const inGb = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GiB`;
  throw new Error(`This takes ${inGb(needed)} in ${tmpdir()}, and ${inGb(bavail * bsize)} are free.`);
}

async function bytesIn(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** With licence and what they say about Node, as their own packages have it. */
async function peerVersions(): Promise<string[]> {
  const peers = path.join(packageRoot(), 'bench/peers');
  const { dependencies } = JSON.parse(await readFile(path.join(peers, 'package.json'), 'utf8'));
  const installed = [
    ...Object.keys(dependencies).map((name) => [peers, name] as const),
    ...APP_PEERS.map((name) => [packageRoot(), name] as const),
  ];
  return Promise.all(
    installed.map(async ([folder, name]) => {
      const file = path.join(folder, 'node_modules', name, 'package.json');
      const { version, license, engines } = JSON.parse(await readFile(file, 'utf8'));
      return `${name} ${version} (${license ?? 'no licence named'}${engines?.node === undefined ? '' : `, Node ${engines.node}`})`;
    }),
  );
}
