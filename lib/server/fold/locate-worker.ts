/**
 * Finds the script of the fold worker: dist/fold.worker.mjs, which the launcher builds, where it is newer than its sources;
 * else a bundle made now.
 *
 * A worker thread cannot run TypeScript with aliases on Node 20, so it always runs a bundle.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '#config';

let located: Promise<string> | undefined;

/** Path of a script for `new Worker(…)`; found once per process. */
export function locateWorker(): Promise<string> {
  located ??= locate();
  return located;
}

function builtWorker(): string {
  return path.join(projectRoot(), 'dist', 'fold.worker.mjs');
}

async function locate(): Promise<string> {
  const built = builtWorker();
  if (existsSync(built) && (await stat(built)).mtimeMs >= (await newestSource())) return built;
  const bundle = await bundleWorker();
  const name = `fold.worker.${createHash('sha256').update(bundle).digest('hex').slice(0, 16)}.mjs`;
  const fresh = path.join(projectRoot(), 'node_modules', '.cache', 'chronoscope', name);
  if (!existsSync(fresh)) await writeWhole(fresh, bundle);
  return fresh;
}

async function bundleWorker(): Promise<Uint8Array> {
  const esbuild = await import('esbuild');
  const built = await esbuild.build({
    entryPoints: [path.join(projectRoot(), 'lib/server/fold/fold.worker.ts')],
    absWorkingDir: projectRoot(),
    // Bundled packages may be CommonJS and ask for node's own modules.
    banner: {
      js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['esbuild'],
    logLevel: 'silent',
  });
  const output = built.outputFiles[0];
  if (output === undefined) throw new Error('esbuild made no bundle of the fold worker.');
  return output.contents;
}

/** Other processes may look for the file right now: they find the whole of it or none. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, content);
  await rename(beside, file);
}

async function newestSource(): Promise<number> {
  const folders = ['lib/core', 'lib/config', 'lib/server/fold'].map((folder) =>
    path.join(/* turbopackIgnore: true */ projectRoot(), folder),
  );
  const times = await Promise.all(folders.map(newestIn));
  return Math.max(...times);
}

/** Milliseconds since 1970; 0 for a folder that an installed copy does not have. */
async function newestIn(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  const times = await Promise.all(
    files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
