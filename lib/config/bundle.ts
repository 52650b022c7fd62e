/**
 * Bundles a configuration file, and all that it imports, into one script for the sandbox.
 *
 * esbuild is loaded when it is needed, so that no other bundle of ours ever contains it.
 */
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { fail, ok, type Problem, type Result } from '#core';
import { projectRoot } from './project-root.ts';

/** CS-411: the file or one of its imports does not compile; the place is file:line:column. */
export async function bundleConfig(file: string): Promise<Result<string>> {
  const esbuild = await import('esbuild');
  try {
    const built = await esbuild.build({
      stdin: {
        contents: entryFor(file),
        resolveDir: path.dirname(file),
        sourcefile: 'chronoscope-entry.ts',
        loader: 'ts',
      },
      absWorkingDir: projectRoot(),
      alias: { '#config': sourcePath('define.ts') },
      // The files are modules, and modules are strict: writing to a frozen state must throw, not pass in silence.
      banner: { js: "'use strict';" },
      bundle: true,
      plugins: [withoutUnused],
      // Leaves out the comments that name files, so that the same code has the same hash wherever it lies.
      minifyWhitespace: true,
      write: false,
      format: 'iife',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'node20',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    return ok(built.outputFiles[0]?.text ?? '');
  } catch (error) {
    return { ok: false, error: problemOf(error) };
  }
}

/**
 * Core reads YAML too, which the sandbox never does. Its package does not say that it can be left out where nothing of it is used.
 */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup: (build) => {
    build.onResolve({ filter: /^yaml$/ }, async ({ path: name, resolveDir, kind, pluginData }) => {
      if (pluginData === 'resolving') return null;
      const resolved = await build.resolve(name, { resolveDir, kind, pluginData: 'resolving' });
      return { ...resolved, sideEffects: false };
    });
  },
};

function entryFor(file: string): string {
  return [
    `import ${JSON.stringify(sourcePath('sandbox/purity.ts'))};`,
    `import config from ${JSON.stringify(file)};`,
    `import { install } from ${JSON.stringify(sourcePath('sandbox/install.ts'))};`,
    'install(config);',
  ].join('\n');
}

function sourcePath(name: string): string {
  return path.join(projectRoot(), 'lib', 'config', name);
}

interface BuildMessage {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
}

function problemOf(error: unknown): Problem {
  const messages =
    error instanceof Error && 'errors' in error ? (error.errors as readonly BuildMessage[]) : [];
  const first = messages[0];
  if (first === undefined) throw error;
  const more = messages.length > 1 ? ` (and ${messages.length - 1} more)` : '';
  const at = first.location;
  const place = at === null ? undefined : `${at.file}:${at.line}:${at.column + 1}`;
  const failed = fail(
    'CS-411',
    `The configuration does not compile: ${place === undefined ? '' : `${place}: `}${first.text}${more}`,
    place,
  );
  return failed.error;
}
