import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { DatabaseOptions } from './open-database.ts';
import { packageRoot } from './package-root.ts';

export interface Holder {
  readonly pid: number;
  readonly url: string;
  /** Lets it close the database and end. */
  release(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts a process that opens the database; answers when it has it. With `uid`, as that user. */
export async function startHolder(options: DatabaseOptions, uid?: number): Promise<Holder> {
  const as = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [await script(), JSON.stringify(options)], {
    cwd: packageRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
    ...as,
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  const said = typeof first[0] === 'string' ? JSON.parse(first[0]) : {};
  if (typeof said.url !== 'string' || child.pid === undefined)
    throw new Error(`It did not open: ${JSON.stringify(said)}`);
  const end = async (act: () => void): Promise<void> => {
    act();
    await ended;
  };
  return {
    pid: child.pid,
    url: said.url,
    release: () => end(() => child.stdin.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  };
}

let built: Promise<string> | undefined;

function script(): Promise<string> {
  built ??= buildScript();
  return built;
}

async function buildScript(): Promise<string> {
  const outfile = join(packageRoot(), 'node_modules', '.cache', 'chronoscope', `holder-${process.pid}.mjs`);
  const entry = join(packageRoot(), 'lib', 'database', 'holder.fixture.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}
