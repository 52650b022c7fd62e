// What has to be built from a checkout, in this order. Each step names what it reads and what it makes; `stamp` is the file
// beside its output that keeps the hash of what it was made from.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { packStatic } from './pack-static.mjs';
import { writeWhole } from './write-whole.mjs';

const PACKAGES = ['package.json', 'package-lock.json'];

export const CLIENT = {
  name: 'the database client',
  inputs: ['prisma/schema.prisma', 'prisma.config.ts', ...PACKAGES],
  makes: ['lib/store/generated/client.ts'],
  stamp: 'lib/store/generated/.built-from',
  // The engine is not needed to generate, and would be downloaded: any program in its place will do.
  run: (root) =>
    runNode(root, ['node_modules/prisma/build/index.js', 'generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
};

export const COMMAND_LINE = {
  name: 'the command line',
  inputs: ['cli', 'lib', 'prisma/schema.prisma', 'scripts/build', ...PACKAGES],
  makes: ['dist/cli.mjs', 'dist/fold.worker.mjs'],
  stamp: 'dist/.built-from',
  run: async (root) => {
    await bundle(root, 'cli/main.ts', 'dist/cli.mjs');
    await bundle(root, 'lib/server/fold/fold.worker.ts', 'dist/fold.worker.mjs');
  },
};

export const PAGES = {
  name: 'the pages',
  // Not tsconfig.json: the build writes to it.
  inputs: [
    'app',
    'components',
    'lib',
    'public',
    'prisma/schema.prisma',
    'next.config.ts',
    'proxy.ts',
    'instrumentation.ts',
    'postcss.config.mjs',
    ...PACKAGES,
  ],
  makes: ['.next/BUILD_ID'],
  stamp: '.next/built-from',
  run: async (root) => {
    await runNode(root, ['node_modules/next/dist/bin/next', 'build'], {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    await packStatic(path.join(root, '.next/static'));
  },
};

// Packages stay outside: some look for files beside themselves.
async function bundle(root, entry, output) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  await writeWhole(path.join(root, output), outputFiles[0].contents);
}

// What it prints goes to stderr: stdout belongs to the command that was asked for.
function runNode(root, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 2, 2],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with exit code ${code}.`)),
    );
  });
}
