import { access, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash } from './content-hash.mjs';
import { CLIENT, COMMAND_LINE, PAGES } from './steps.mjs';
import { writeWhole } from './write-whole.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const LONGEST_BUILD_MS = 20 * 60_000;

/**
 * Builds what is missing or was made from other sources: the command line always, the pages only if asked. Of several
 * processes that find something stale at once, one builds and the others wait for it.
 */
export async function ensureBuilt({ pages }) {
  const steps = [CLIENT, COMMAND_LINE, ...(pages ? [PAGES] : [])];
  if ((await staleOf(steps)).length === 0) return;
  const withFileLock = await loadFileLock();
  const build = async () => {
    for (const { step, hash } of await staleOf(steps)) await run(step, hash);
  };
  await withFileLock(path.join(root, 'dist', 'build.lock'), build, { waitMs: LONGEST_BUILD_MS });
}

async function run(step, hash) {
  const started = Date.now();
  process.stderr.write(`Building ${step.name} …\n`);
  await rm(path.join(root, step.stamp), { force: true });
  await step.run(root);
  await writeWhole(path.join(root, step.stamp), hash);
  process.stderr.write(`Built ${step.name} in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}

async function staleOf(steps) {
  const checked = await Promise.all(steps.map(staleness));
  return checked.filter((step) => step !== null);
}

async function staleness(step) {
  const hash = await contentHash(root, step.inputs);
  try {
    await Promise.all(step.makes.map((file) => access(path.join(root, file))));
    if ((await readFile(path.join(root, step.stamp), 'utf8')) === hash) return null;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return { step, hash };
}

// The lock of the data folder does here as well. It is TypeScript, so it takes a build of its own, which is too small to need
// a lock: everyone who makes it makes the same.
async function loadFileLock() {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: ['lib/database/file-lock.ts'],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  const file = path.join(root, 'dist', 'file-lock.mjs');
  await writeWhole(file, outputFiles[0].contents);
  const { withFileLock } = await import(pathToFileURL(file).href);
  return withFileLock;
}
