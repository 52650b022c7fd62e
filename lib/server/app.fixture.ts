/** Opened apps over stores of the tests. The store belongs to who handed it in. */
import { afterAll } from 'vitest';
import { type LoadedConfig, NO_CONFIG } from '#config';
import type { Store } from '#store';
import type { TestDatabase } from '../testing/test-database.ts';
import { storeForTests } from '../testing/test-store.ts';
import { type App, assembleApp } from './app.ts';

/** It has nothing in memory, as after a restart. Close its fold where it was used. */
export function appOver(store: Store, url: string, config: LoadedConfig = NO_CONFIG): App {
  const settings = {
    dataDir: '/nowhere',
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    configFile: null,
  } as const;
  const own = { embedded: true, url, close: async () => undefined };
  return { ...assembleApp(config, settings, own, store), close: async () => undefined };
}

/** One over a fresh database for the tests of a file or a describe: `const { app } = appForTests();`. */
export function appForTests(): {
  app: () => App;
  another: () => App;
  store: () => Store;
  database: () => TestDatabase;
} {
  const { store, database } = storeForTests();
  const apps: App[] = [];
  const another = (): App => {
    const app = appOver(store(), database().url);
    apps.push(app);
    return app;
  };
  afterAll(() => Promise.all(apps.flatMap((app) => [app.fold.close(), app.changes.close()])));
  return { app: () => apps[0] ?? another(), another, store, database };
}
