// npm run bench -- [core|documents|server|ingest|browser|all] [--events 100000] [--rounds 5] [--million] [--dry]
//
// Installs the peers where they are missing (a package of their own, so that installing the app stays lean), compiles the programs
// of bench/ and runs them. Packages stay outside of the bundles: the peers' lie beside theirs, the app's beside the checkout.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ensureBuilt } from '../scripts/build/ensure-built.mjs';

const root = path.resolve(import.meta.dirname, '..');
const peers = path.join(root, 'bench/peers');
const PRISMA = path.join(root, 'node_modules/prisma/build/index.js');

await ensureBuilt({ pages: true });
if (!existsSync(path.join(peers, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 2, 2] });
execFileSync(process.execPath, [PRISMA, 'generate', '--schema', path.join(peers, 'schema.prisma')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 2],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
await bundle(['bench/main.ts', ...filesIn('bench/product', '.ts')], 'dist/bench');
await bundle(filesIn('bench/peers', '.mjs'), 'bench/peers/dist');
await import(pathToFileURL(path.join(root, 'dist/bench/main.mjs')).href);

function filesIn(folder, ending) {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);
}

async function bundle(entryPoints, outdir) {
  await build({
    entryPoints,
    outdir,
    outbase: outdir === 'dist/bench' ? 'bench' : 'bench/peers',
    outExtension: { '.js': '.mjs' },
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
  });
}
