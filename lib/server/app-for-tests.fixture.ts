/** An app over one fresh database for the tests of a file or a describe: `const { app } = appForTests();`. */
import { afterAll } from 'vitest';
import { type LoadedConfig, NO_CONFIG } from '#config';
import type { Store } from '#store';
import { storeForTests } from '../testing/test-store.ts';
import { type App, assembleApp } from './app.ts';

export function appForTests(config: LoadedConfig = NO_CONFIG): { app: () => App; store: () => Store } {
  const { store, database } = storeForTests();
  const settings = {
    dataDir: '/nowhere',
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    configFile: null,
  } as const;
  let app: App | undefined;
  const opened = (): App => {
    const own = {
      embedded: true,
      appRoleOwnsTables: false,
      url: database().url,
      close: async () => undefined,
    };
    app ??= assembleApp(config, settings, own, store());
    return app;
  };
  afterAll(() => app?.fold.close());
  return { app: opened, store };
}
