/** The app over a database of the run, as a server opens it. */
import { NO_CONFIG } from '#config';
import { type App, assembleApp } from '#server';
import { openStore } from '#store';

export async function openedApp(url: string): Promise<App> {
  const store = await openStore(url);
  const settings = {
    dataDir: '/nowhere',
    port: 0,
    host: '127.0.0.1',
    logLevel: 'silent',
    configFile: null,
  } as const;
  const database = { embedded: true, appRoleOwnsTables: false, url, close: async () => undefined };
  return assembleApp(NO_CONFIG, settings, database, store);
}
