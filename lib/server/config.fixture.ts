/** A configuration as users write it, loaded for the tests of a file: `const { config } = configForTests(TEXT);`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type LoadedConfig, loadConfig } from '#config';

export function configForTests(text: string): { config: () => LoadedConfig } {
  const folder = mkdtempSync(path.join(tmpdir(), 'chronoscope-config-'));
  let config: LoadedConfig | null = null;
  beforeAll(async () => {
    const file = path.join(folder, 'chronoscope.config.ts');
    writeFileSync(file, text);
    const loaded = await loadConfig(file, path.join(folder, 'cache'));
    if (!loaded.ok) throw new Error(loaded.error.message);
    config = loaded.value;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    config: () => {
      if (config === null) throw new Error('The configuration is loaded before the tests.');
      return config;
    },
  };
}
