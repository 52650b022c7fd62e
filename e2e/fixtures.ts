/** Every worker has its own data folder and its own server; the parcel log is in it. A page is there once it listens. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { type CommandResult, runCommand, startServer } from '../lib/testing/chronoscope-process.ts';
import { onceItListens } from './listening-page.ts';
import { PARCEL_IMPORT, parcelNdjson } from './parcel-log.ts';

export interface Instance {
  readonly url: string;
  readonly dataDir: string;
  /** Runs a command on this instance's store while the app is running. */
  command(args: readonly string[], stdin?: string): Promise<CommandResult>;
}

export const test = base.extend<{ baseURL: string }, { instance: Instance }>({
  instance: [
    async ({}, use) => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-e2e-'));
      const server = await startServer(['--data-dir', dataDir]);
      const command = (args: readonly string[], stdin?: string) =>
        runCommand([...args, '--data-dir', dataDir], stdin);
      const imported = await command(['import', '-', ...PARCEL_IMPORT], parcelNdjson());
      if (imported.exitCode !== 0) throw new Error(`The parcel log was not imported:\n${imported.stderr}`);
      await use({ url: server.url, dataDir, command });
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ instance }, use) => use(instance.url),
  page: async ({ page, javaScriptEnabled }, use) =>
    use(javaScriptEnabled === false ? page : onceItListens(page)),
});

export { expect } from '@playwright/test';
