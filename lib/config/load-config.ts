/** Loads chronoscope.config.ts: bundles it, gives the bundle a name by its content, and reads its metadata once. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#core';
import { bundleConfig } from './bundle.ts';
import { describeBundle } from './describe.ts';
import { configOf, type LoadedConfig, NO_CONFIG } from './loaded-config.ts';
import type { ConfigMetadata } from './metadata.ts';

/**
 * `file` null: no configuration; every entity type folds by the kind of its import. `cacheDir` is made where only it is missing.
 *
 * Errors: CS-405 nothing can be kept in `cacheDir`, CS-410 the file is not there, CS-411 it does not compile, CS-412 loading it failed, CS-413 its shape is wrong or
 * its upcasters have a gap or a duplicate.
 */
export async function loadConfig(file: string | null, cacheDir: string): Promise<Result<LoadedConfig>> {
  if (file === null) return ok(NO_CONFIG);
  const absolute = path.resolve(file);
  if (!existsSync(absolute))
    return fail('CS-410', `There is no configuration file at ${absolute}.`, absolute);
  const bundle = await bundleConfig(absolute);
  if (!bundle.ok) return bundle;
  const hash = createHash('sha256').update(bundle.value).digest('hex');
  const bundlePath = path.join(cacheDir, `${hash}.js`);
  const metadataPath = path.join(cacheDir, `${hash}.json`);
  const known = existsSync(bundlePath) ? await readMetadata(metadataPath) : null;
  if (known !== null) return ok(configOf(absolute, hash, bundlePath, known));
  const metadata = await describeBundle(bundle.value, absolute);
  if (!metadata.ok) return metadata;
  const kept = await keep(cacheDir, [
    [bundlePath, bundle.value],
    [metadataPath, JSON.stringify(metadata.value)],
  ]);
  return kept.ok ? ok(configOf(absolute, hash, bundlePath, metadata.value)) : kept;
}

async function readMetadata(file: string): Promise<ConfigMetadata | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ConfigMetadata;
  } catch {
    return null;
  }
}

async function keep(cacheDir: string, files: readonly [string, string][]): Promise<Result<null>> {
  try {
    await mkdir(cacheDir).catch((error: unknown) => {
      if (!existsSync(cacheDir)) throw error;
    });
    for (const [file, text] of files) await writeWhole(file, text);
    return ok(null);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(
      'CS-405',
      `The data folder cannot be used: ${why}. Name another in CHRONOSCOPE_DATA_DIR.`,
      cacheDir,
    );
  }
}

/** Other processes may load the same configuration right now: they find the whole file or none. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, file);
}
