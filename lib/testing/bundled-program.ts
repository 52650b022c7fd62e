/** Compiles a program of ours with esbuild, so that a test can run and kill it as a process. */
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** `entry` is relative to the checkout; answers the path of the compiled module. */
export async function bundledProgram(entry: string): Promise<string> {
  const outfile = path.join(root, 'dist', 'testing', `${path.basename(entry, '.ts')}.${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
